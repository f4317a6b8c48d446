//! A case: a sentence of the definitions, tiny returns, and what comes of them on one day or several.

use super::table::Table;

/// A sentence of the definitions with returns that test it.
#[derive(Debug)]
pub struct Case {
    /// The sentence.
    pub sentence: String,
    /// The tables of the returns, and the list of targets where there is one.
    pub files: Vec<ReturnFile>,
    /// What is worked out from them.
    pub runs: Vec<Run>,
}

/// A table of a return, written as a CSV file.
#[derive(Debug)]
pub struct ReturnFile {
    /// Its path.
    pub path: String,
    /// Its name, such as `episodes`.
    pub name: String,
    /// Its rows.
    pub table: Table,
}

/// The figures of one day, or a look ahead from it.
#[derive(Debug)]
pub struct Run {
    /// The days, basis and policies as written.
    pub title: String,
    /// The command that works it out.
    pub command: &'static str,
    /// The same for the command line.
    pub arguments: Vec<String>,
    /// What should come of it.
    pub expectations: Vec<Expectation>,
}

/// What should come of a run.
#[derive(Debug)]
pub struct Expectation {
    /// The line of the file.
    pub line: usize,
    /// Which part of the report it is about.
    pub about: About,
    /// The rows expected.
    pub table: Table,
}

/// A part of the report.
#[derive(Debug, PartialEq, Eq)]
pub enum About {
    /// The children considered by these indicators, every one of them.
    Children(Vec<String>),
    /// Every row found by cleaning.
    Cleaning,
    /// Some of the figures.
    Figures,
    /// The watch list of these indicators, every row of it.
    WatchList(Vec<String>),
    /// Some of the figures of a look ahead.
    Ahead,
    /// The run does not take place, and says this.
    Stopped(String),
}

/// A file of cases as it is read.
struct Reader<'text> {
    file: &'text str,
    cases: Vec<Case>,
    line: usize,
    text: &'text str,
    by_hand: &'text str,
    open: Open,
}

/// What the next lines go on with.
#[derive(PartialEq, Eq)]
enum Open {
    Nothing,
    Sentence,
    File,
    Expectation,
}

impl Case {
    /// Reads a file of cases.
    pub fn read_all(file: &str, text: &str) -> Vec<Case> {
        let mut reader = Reader { file, cases: Vec::new(), line: 0, text: "", by_hand: "", open: Open::Nothing };
        for line in text.lines() {
            reader.take(line);
        }
        reader.cases
    }
}

impl<'text> Reader<'text> {
    fn take(&mut self, full: &'text str) {
        self.line += 1;
        let (text, by_hand) = full.split_once('#').unwrap_or((full, ""));
        (self.text, self.by_hand) = (text.trim(), by_hand.trim());
        let (word, rest) = self.text.split_once(' ').unwrap_or((self.text, ""));
        match word {
            "" if full.trim().is_empty() => self.open = Open::Nothing,
            "" => {}
            "==" => self.sentence(rest.trim()),
            "return" | "collated" | "targets" => self.file(word, rest),
            "at" => self.run("run", rest),
            "ahead" => self.run("forecast", rest),
            "expect" => self.expectation(rest),
            _ => self.row(),
        }
    }

    fn sentence(&mut self, words: &str) {
        match self.cases.last_mut() {
            Some(case) if self.open == Open::Sentence => case.sentence = format!("{} {words}", case.sentence),
            _ => self.cases.push(Case { sentence: words.to_owned(), files: Vec::new(), runs: Vec::new() }),
        }
        self.open = Open::Sentence;
    }

    /// Begins a file of the returns; a second one of the same name comes after it in order of path.
    fn file(&mut self, word: &str, rest: &str) {
        let (folder, name) = path(word, rest).unwrap_or_else(|| self.stop("write 'return 2011 episodes'"));
        self.open = Open::File;
        let files = &mut self.case().files;
        let path_of = |number: usize| match number {
            1 => format!("{folder}{name}.csv"),
            _ => format!("{folder}{name}_{number}.csv"),
        };
        let free = (1..).map(path_of).find(|path| files.iter().all(|file| file.path != *path));
        files.push(ReturnFile { path: free.unwrap(), name, table: Table::default() });
    }

    fn run(&mut self, command: &'static str, rest: &str) {
        let arguments = arguments(rest).unwrap_or_else(|| self.stop("write 'at 31/03/2011'"));
        let title = self.text.to_owned();
        self.open = Open::Nothing;
        self.case().runs.push(Run { title, command, arguments, expectations: Vec::new() });
    }

    fn expectation(&mut self, rest: &str) {
        let expectation = Expectation { line: self.line, about: about(rest), table: Table::default() };
        match self.case().runs.last_mut() {
            Some(run) => run.expectations.push(expectation),
            None => self.stop("say first for which day, 'at 31/03/2011'"),
        }
        self.open = Open::Expectation;
    }

    fn row(&mut self) {
        let (line, text, by_hand) = (self.line, self.text, self.by_hand);
        let last = match self.open {
            Open::File => self.case().files.last_mut().map(|file| &mut file.table),
            Open::Expectation => self.case().runs.last_mut().and_then(Run::last_table),
            Open::Nothing | Open::Sentence => self.stop("is part of no table"),
        };
        if let Some(table) = last {
            table.take(line, text, by_hand);
        }
    }

    /// The case at hand.
    fn case(&mut self) -> &mut Case {
        match self.cases.is_empty() {
            true => self.stop("no sentence stands above it"),
            false => self.cases.last_mut().unwrap(),
        }
    }

    fn stop(&self, what: &str) -> ! {
        panic!("{}, line {}: '{}': {what}", self.file, self.line, self.text)
    }
}

impl Run {
    fn last_table(&mut self) -> Option<&mut Table> {
        self.expectations.last_mut().map(|expectation| &mut expectation.table)
    }
}

/// The folder and the name of `return 2011 episodes`, `return 302 2011 episodes` or `collated episodes`.
fn path(word: &str, rest: &str) -> Option<(String, String)> {
    let words: Vec<&str> = rest.split_whitespace().collect();
    let (folder, name) = match (word, &words[..]) {
        ("return", [year, name]) => (format!("returns/301/{year}/"), *name),
        ("return", [authority, year, name]) => (format!("returns/{authority}/{year}/"), *name),
        ("collated", [name]) => ("returns/".to_owned(), *name),
        ("targets", []) => (String::new(), word),
        _ => return None,
    };
    Some((folder, name.to_owned()))
}

/// The arguments of `31/12/2010 basis year_to_date policy exclude_disrupted=true`.
fn arguments(rest: &str) -> Option<Vec<String>> {
    let mut words = rest.split_whitespace();
    let mut arguments = vec!["--as-at".to_owned(), words.next()?.to_owned()];
    while let Some(word) = words.next() {
        let value = words.next()?;
        arguments.extend(match word {
            "basis" => ["--basis".to_owned(), value.replace('_', "-")],
            "to" => ["--to".to_owned(), value.to_owned()],
            "policy" => ["--policy".to_owned(), value.to_owned()],
            "resubmission" if value == "latest" => ["--resubmission".to_owned(), value.to_owned()],
            "resubmission" => ["--resubmission".to_owned(), format!("returns/{value}")],
            _ => return None,
        });
    }
    Some(arguments)
}

fn about(rest: &str) -> About {
    match rest.split_once(' ').unwrap_or((rest, "")) {
        ("cleaning", "") => About::Cleaning,
        ("figures", "") => About::Figures,
        ("ahead", "") => About::Ahead,
        ("watchlist", indicators) => About::WatchList(indicators.split_whitespace().map(str::to_owned).collect()),
        ("stopped", words) => About::Stopped(words.trim().to_owned()),
        _ => About::Children(rest.split_whitespace().map(str::to_owned).collect()),
    }
}
