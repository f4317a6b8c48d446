//! The tables of a return: their names, their columns, and rows written into them.

use super::episode::Sector;
use crate::day::Day;

/// A table of the return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    /// Who the children are.
    Header,
    /// Where they lived, night by night.
    Episodes,
    /// When their care was reviewed.
    Reviews,
    /// Their health and well-being.
    Oc2,
    /// Care leavers' activity and accommodation.
    Oc3,
    /// Adoptions.
    Ad1,
    /// Results of exams, matched from the National Pupil Database.
    Attainment,
}

impl Table {
    /// Every table, in the usual order.
    pub(crate) const ALL: [Table; 7] =
        [Table::Header, Table::Episodes, Table::Reviews, Table::Oc2, Table::Oc3, Table::Ad1, Table::Attainment];

    /// The name of its file, without the extension.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Table::Header => "header",
            Table::Episodes => "episodes",
            Table::Reviews => "reviews",
            Table::Oc2 => "oc2",
            Table::Oc3 => "oc3",
            Table::Ad1 => "ad1",
            Table::Attainment => "attainment",
        }
    }

    /// Its columns.
    pub(crate) fn columns(self) -> &'static str {
        match self {
            Table::Header => "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
            Table::Episodes => {
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
            }
            Table::Reviews => "CHILD,DOB,REVIEW,REVIEW_CODE",
            Table::Oc2 => {
                "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,\
                 SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED"
            }
            Table::Oc3 => "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
            Table::Ad1 => "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
            Table::Attainment => "CHILD,ACADYR,KS2_ENGLEV,KS2_MATLEV,KS4_LEVEL2_EM",
        }
    }
}

/// How rows are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// A file for each authority and year, dates as 01/04/2010.
    Separate,
    /// Authority and year at the start of every row, dates as 2010-04-01.
    Collated {
        /// The value of LA.
        authority: String,
        /// The value of YEAR.
        year: i32,
    },
}

/// Rows of one table, without the headings.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The rows, as in the file.
    pub(crate) bytes: Vec<u8>,
    /// How many there are.
    pub(crate) rows: u64,
    style: Style,
}

impl Sheet {
    /// A sheet without rows.
    pub(crate) fn new(style: Style) -> Sheet {
        Sheet { bytes: Vec::new(), rows: 0, style }
    }

    /// Starts a row with the child it is about.
    pub(crate) fn about(&mut self, child: u32) -> &mut Sheet {
        self.start_row().number(child)
    }

    /// Adds a row given as text, from CHILD on; missing cells at its end are blank.
    pub(crate) fn add(&mut self, row: &str, columns: &str) {
        let missing = columns.matches(',').count().saturating_sub(row.matches(',').count());
        self.start_row();
        self.bytes.extend_from_slice(row.as_bytes());
        self.bytes.extend(std::iter::repeat_n(b',', missing));
        self.bytes.push(b'\n');
    }

    /// Adds a row given as text, authority and year included.
    pub(crate) fn add_raw(&mut self, row: &str) {
        self.bytes.extend_from_slice(row.as_bytes());
        self.bytes.push(b'\n');
        self.rows += 1;
    }

    fn start_row(&mut self) -> &mut Sheet {
        self.rows += 1;
        if let Style::Collated { authority, year } = &self.style {
            self.bytes.extend_from_slice(format!("{authority},{year},").as_bytes());
        }
        self
    }

    /// A cell of text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Sheet {
        self.bytes.extend_from_slice(text.as_bytes());
        self.bytes.push(b',');
        self
    }

    /// A cell of a whole number.
    pub(crate) fn number(&mut self, number: u32) -> &mut Sheet {
        self.digits(number, 1);
        self.bytes.push(b',');
        self
    }

    /// A cell of a flag, 0 or 1.
    pub(crate) fn flag(&mut self, flag: bool) -> &mut Sheet {
        self.text(if flag { "1" } else { "0" })
    }

    /// A cell of a date.
    pub(crate) fn day(&mut self, day: Day) -> &mut Sheet {
        let (year, month, day) = day.ymd();
        let year = year.unsigned_abs();
        let (parts, between) = match self.style {
            Style::Separate => ([(day, 2), (month, 2), (year, 4)], b'/'),
            Style::Collated { .. } => ([(year, 4), (month, 2), (day, 2)], b'-'),
        };
        for (position, (part, width)) in parts.into_iter().enumerate() {
            if position > 0 {
                self.bytes.push(between);
            }
            self.digits(part, width);
        }
        self.bytes.push(b',');
        self
    }

    /// A cell of a postcode sector.
    pub(crate) fn sector(&mut self, sector: Sector) -> &mut Sheet {
        self.bytes.extend_from_slice(b"ZZ");
        self.digits(sector.district, 1);
        self.bytes.push(b' ');
        self.digits(sector.digit, 1);
        self.bytes.push(b',');
        self
    }

    /// This many blank cells.
    pub(crate) fn blanks(&mut self, cells: usize) -> &mut Sheet {
        self.bytes.extend(std::iter::repeat_n(b',', cells));
        self
    }

    /// Ends the row.
    pub(crate) fn end(&mut self) {
        // The line end replaces the comma after the last cell.
        self.bytes.pop();
        self.bytes.push(b'\n');
    }

    fn digits(&mut self, number: u32, width: usize) {
        let mut digits = [b'0'; 10];
        let mut rest = number;
        let mut used = 0;
        for digit in digits.iter_mut().rev() {
            if rest == 0 && used >= width {
                break;
            }
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            used += 1;
        }
        self.bytes.extend(digits.iter().skip(10 - used));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(style: Style) -> String {
        let mut sheet = Sheet::new(style);
        let day = Day::from_ymd(2010, 4, 1).unwrap();
        sheet.about(1_000_203).day(day).text("S").blanks(1).sector(Sector { district: 10, digit: 7 }).number(0).end();
        sheet.add("7,2010,4", Table::Attainment.columns());
        String::from_utf8(sheet.bytes).unwrap()
    }

    #[test]
    fn a_row_of_a_separate_file() {
        assert_eq!(written(Style::Separate), "1000203,01/04/2010,S,,ZZ10 7,0\n7,2010,4,,\n");
    }

    #[test]
    fn a_collated_row() {
        let style = Style::Collated { authority: "991".into(), year: 2011 };
        assert_eq!(written(style), "991,2011,1000203,2010-04-01,S,,ZZ10 7,0\n991,2011,7,2010,4,,\n");
    }
}
