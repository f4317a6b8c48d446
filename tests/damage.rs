//! One tiny return in every dialect and with every damage of a spreadsheet (definitions, section 5): the answer is
//! always the same.

mod bad_files;
mod layouts;
mod spreadsheets;

use crate::folder::{said, stocktake};
use std::path::Path;
use tempfile::TempDir;

/// The return of Barking and Dagenham (301) for 2011.
const TABLES: [(&str, &str); 7] = [
    (
        "header",
        "CHILD,SEX,DOB,ETHNIC\n\
         101,1,01/01/2000,WBRI\n\
         102,2,01/06/2008,WBRI\n\
         104,1,01/01/1995,WBRI\n",
    ),
    (
        "episodes",
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n\
         101,01/05/2007,S,C2,Q2,01/05/2010,X1\n\
         101,01/05/2010,P,C2,K2,08/05/2010,X1\n\
         101,08/05/2010,P,C2,Q2,,\n\
         102,01/06/2009,S,E1,A6,01/03/2011,E11\n\
         104,01/04/2010,S,C2,Q2,,\n",
    ),
    ("reviews", "CHILD,REVIEW\n101,30/09/2010\n"),
    ("oc2", "CHILD,DOB,SDQ_SCORE,SDQ_REASON\n101,01/01/2000,12,\n104,01/01/1995,,SDQ2\n"),
    ("oc3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n103,01/05/1991,YES,F1,B2\n"),
    ("ad1", "CHILD,DATE_INT\n102,01/06/2008\n"),
    ("attainment", "CHILD,ACADYR,KS2_ENGLEV,KS2_MATLEV,KS4_LEVEL2_EM\n101,2011,4,3,\n104,2011,,,1\n"),
];

/// What comes of it at 31 March 2011, worked by hand.
const CHILDREN: &str = "\
la_code,indicator,child,in_denominator,in_numerator,score,reason,flags,doubt
301,58,101,1,1,12,,,
301,58,104,0,0,,no_score,SDQ2,
301,61,102,1,1,,,,
301,62,101,1,1,,,,
301,62,104,1,0,,fewer_than_three_placements,,
301,63,101,1,0,,placement_shorter_than_two_years,,
301,66,101,1,1,,,review_history_incomplete,earlier_not_seen
301,66,104,1,0,,review_late,,
301,99,101,1,1,,,,
301,100,101,1,0,,not_achieved,,
301,101,104,1,1,,,,
301,147,103,1,0,,not_suitable,cohort_assumed,
301,148,103,1,1,,,cohort_assumed,
";

/// Returns in a fresh folder.
struct Returns {
    folder: TempDir,
}

impl Returns {
    fn new() -> Returns {
        Returns { folder: tempfile::tempdir().unwrap() }
    }

    /// The return as it should be, one folder for the authority and one for the year.
    fn in_order() -> Returns {
        let returns = Returns::new();
        for (table, text) in TABLES {
            returns.write(&format!("301/2011/{table}.csv"), text);
        }
        returns
    }

    /// The return with something done to every table.
    fn damaged(damage: impl Fn(&str) -> String) -> Returns {
        let returns = Returns::new();
        for (table, text) in TABLES {
            returns.write(&format!("301/2011/{table}.csv"), damage(text));
        }
        returns
    }

    /// Writes a file below the folder of returns.
    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.folder.path().join("returns").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    /// Runs the program on what stands at `given` below the fresh folder, and says what it said on standard error.
    fn run(&self, given: &str, arguments: &[&str], code: i32) -> String {
        let mut command = stocktake(self.folder.path());
        command.args(["run", given, "--as-at", "2011-03-31", "--out", "out", "--no-charts"]).args(arguments);
        said(&mut command, code).1
    }

    /// The text of a table of the report.
    fn report(&self, table: &str) -> String {
        let path = Path::new("out/restricted").join(table);
        std::fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    /// The answer must be the one worked by hand.
    fn must_give_the_answer(&self, how: &str) {
        self.run("returns", &[], 0);
        self.must_have_given_the_answer(how);
    }

    fn must_have_given_the_answer(&self, how: &str) {
        let found = self.report("children.csv");
        assert!(found == CHILDREN, "{how}: expected\n{CHILDREN}\nfound\n{found}\n{}", self.report("cleaning.csv"));
    }
}

/// The lines of a table, each cut into its cells.
fn cells(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The same put together again.
fn joined(cells: &[Vec<String>]) -> String {
    cells.iter().map(|row| row.join(",") + "\n").collect()
}
