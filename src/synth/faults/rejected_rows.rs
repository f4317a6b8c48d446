//! Rows of episodes that cleaning must reject, or report and keep.

use super::fault::Fault;
use crate::synth::table::Table::{self, Episodes, Header};

/// One fault in each entry; the comment above says what it is.
pub(crate) const FAULTS: &[Fault] = &[
    // No child.
    Fault {
        authority: "992",
        child: "",
        born: "",
        rows: &[(2010, Episodes, "03/06/2009,S,V2,N1,Q2,PR1,01/09/2009,E4")],
    },
    // No DECOM.
    Fault {
        authority: "992",
        child: "90000101",
        born: "01/06/2003",
        rows: &[(2010, Episodes, ",S,V2,N1,Q2,PR1,01/09/2009,E4")],
    },
    // A DECOM that is not in the calendar.
    Fault {
        authority: "993",
        child: "90000102",
        born: "01/06/2003",
        rows: &[(2010, Episodes, "31/02/2010,S,V2,N1,Q2,PR1,10/03/2010,E4")],
    },
    // A DEC with a two-digit year.
    Fault {
        authority: "993",
        child: "90000103",
        born: "01/06/2003",
        rows: &[(2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,14/09/10,E4")],
    },
    // A DEC before its DECOM.
    Fault {
        authority: "995",
        child: "90000104",
        born: "01/06/2003",
        rows: &[(2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,03/05/2010,E4")],
    },
    // No legal status.
    Fault {
        authority: "995",
        child: "90000105",
        born: "01/06/2003",
        rows: &[(2010, Episodes, "03/06/2009,S,,N1,Q2,PR1,01/09/2009,E4")],
    },
    // No reason why the episode began.
    Fault {
        authority: "996",
        child: "90000106",
        born: "01/06/2003",
        rows: &[(2011, Episodes, "03/06/2010,,V2,N1,Q2,PR1,01/09/2010,E4")],
    },
    // No placement.
    Fault {
        authority: "996",
        child: "90000107",
        born: "01/06/2003",
        rows: &[(2011, Episodes, "03/06/2010,S,V2,N1,,PR1,01/09/2010,E4")],
    },
    // Codes that are not on any year's list: reported and kept.
    Fault {
        authority: "996",
        child: "90000108",
        born: "01/06/2003",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V9,N9,Q2,PR9,01/07/2010,X1"),
            (2011, Episodes, "01/07/2010,Z,V2,N1,Q9,PR1,01/09/2010,E99"),
        ],
    },
    // Outer spaces, lower-case codes and a trailing .0, all of which are tidied.
    Fault {
        authority: "995",
        child: " 90000150.0 ",
        born: "01/06/2003",
        rows: &[
            (2010, Episodes, " 03/06/2009 ,s, v2 ,n1,q2,pr1"),
            (2011, Episodes, "03/06/2009 00:00:00,s, v2 ,n1,q2,pr1,1/9/2010,e4"),
        ],
    },
];

/// Rows of a collated file whose authority or year is wrong: the code of the authority whose rows they follow, the year
/// of the return, the table, the whole row.
pub(crate) const RAW_ROWS: &[(&str, i32, Table, &str)] = &[
    // An unknown authority.
    ("992", 2011, Episodes, "Westmarch,2011,90000161,2010-06-03,S,V2,N1,Q2,PR1,2010-09-01,E4,,ZZ9 1,ZZ9 2,"),
    // No authority, in a folder that does not name one.
    ("992", 2011, Episodes, ",2011,90000162,2010-06-03,S,V2,N1,Q2,PR1,2010-09-01,E4,,ZZ9 1,ZZ9 2,"),
    // A year written with the letter O.
    ("993", 2011, Episodes, "993,2O11,90000163,2010-06-03,S,V2,N1,Q2,PR1,2010-09-01,E4,,ZZ9 1,ZZ9 2,"),
    // The authority by its name and the year as 2010/11, both of which are read.
    ("993", 2011, Header, "thornmere,2010/11,90000164,1,2003-06-01,WBRI,,,"),
    ("993", 2011, Episodes, "thornmere,2010/11,90000164,2010-06-03,S,V2,N1,Q2,PR1,2010-09-01,E4,,ZZ9 1,ZZ9 2,"),
    // The authority by its nine-character code, then by its name with `and` for `&`.
    ("994", 2011, Header, "e99000004,2011,90000165,1,2003-06-01,WBRI,,,"),
    ("994", 2011, Episodes, "Fenwold and Sands,2011,90000165,2010-06-03,S,V2,N1,Q2,PR1,2010-09-01,E4,,ZZ9 1,ZZ9 2,"),
];
