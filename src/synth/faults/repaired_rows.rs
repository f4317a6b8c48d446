//! Rows of episodes that cleaning must drop, set aside, leave out or give an end.

use super::fault::Fault;
use crate::synth::table::Table::{Episodes, Reviews};

/// One fault in each entry; the comment above says what it is.
pub(crate) const FAULTS: &[Fault] = &[
    // The same DECOM twice in a return: the row of no nights is dropped.
    Fault {
        authority: "992",
        child: "90000109",
        born: "01/05/2002",
        rows: &[
            (2010, Episodes, "03/06/2009,S,V2,N1,Q2,PR1,01/09/2009,E4"),
            (2010, Episodes, "03/06/2009,S,V2,N1,K2,PR1,03/06/2009,X1"),
        ],
    },
    // The same DECOM twice in a return: the closed row is kept, not the open one.
    Fault {
        authority: "993",
        child: "90000110",
        born: "01/05/2002",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1"),
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,01/09/2010,E4"),
        ],
    },
    // The same DECOM twice in a return: the row with the later DEC is kept.
    Fault {
        authority: "995",
        child: "90000111",
        born: "01/05/2002",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,20/09/2010,E4"),
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,01/09/2010,E4"),
        ],
    },
    // The same DECOM and DEC twice in a return: the later line is kept.
    Fault {
        authority: "996",
        child: "90000112",
        born: "01/05/2002",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V2,N1,K2,PR1,01/09/2010,E4"),
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,01/09/2010,E4"),
        ],
    },
    // A later return corrects legal status, placement and end.
    Fault {
        authority: "996",
        child: "90000113",
        born: "01/05/2002",
        rows: &[
            (2010, Episodes, "03/06/2009,S,V2,N1,Q2,PR1,01/02/2010,E4"),
            (2011, Episodes, "03/06/2009,S,C1,N1,Q1,PR1,05/02/2010,E4"),
        ],
    },
    // A row of no nights.
    Fault {
        authority: "992",
        child: "90000114",
        born: "01/05/2002",
        rows: &[
            (2010, Episodes, "03/06/2009,S,V2,N1,Q2,PR1,03/06/2009,X1"),
            (2010, Episodes, "04/06/2009,S,V2,N1,Q2,PR1,01/09/2009,E4"),
        ],
    },
    // A row that starts after the year of its return.
    Fault {
        authority: "993",
        child: "90000115",
        born: "01/05/2002",
        rows: &[(2011, Episodes, "05/04/2011,S,V2,N1,Q2,PR1")],
    },
    // An open row that the next one continues: it ends when the next begins.
    Fault {
        authority: "995",
        child: "90000116",
        born: "01/05/2002",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1"),
            (2011, Episodes, "20/07/2010,P,V2,N1,Q2,PR4,01/09/2010,E4"),
        ],
    },
    // An open row, and the next one starts a new period: it ends the day before.
    Fault {
        authority: "996",
        child: "90000117",
        born: "01/05/2002",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1"),
            (2011, Episodes, "20/07/2010,S,V2,N1,Q2,PR4,01/09/2010,E4"),
        ],
    },
    // An open row, and the next one starts a new period a day later: no nights are left.
    Fault {
        authority: "996",
        child: "90000118",
        born: "01/05/2002",
        rows: &[
            (2011, Episodes, "19/07/2010,S,V2,N1,Q2,PR1"),
            (2011, Episodes, "20/07/2010,S,V2,N1,Q2,PR4,01/09/2010,E4"),
        ],
    },
    // Open in one return, missing from the next: it ends with the year.
    Fault {
        authority: "992",
        child: "90000119",
        born: "01/05/2002",
        rows: &[(2010, Episodes, "03/06/2009,S,V2,N1,Q2,PR1")],
    },
    // Open from the last day of one return, missing from the next: no nights are left.
    Fault {
        authority: "993",
        child: "90000120",
        born: "01/05/2002",
        rows: &[(2010, Episodes, "31/03/2010,S,V2,N1,Q2,PR1")],
    },
    // Open in one return, missing from the next, back in the one after.
    Fault {
        authority: "995",
        child: "90000121",
        born: "01/05/2002",
        rows: &[
            (2009, Episodes, "03/06/2008,S,V2,N1,Q2,PR1"),
            (2011, Episodes, "20/07/2010,P,V2,N1,Q2,PR4,01/09/2010,E4"),
        ],
    },
    // Open in one return, rejected in the next: it is not missing, so it is not ended.
    Fault {
        authority: "996",
        child: "90000122",
        born: "01/05/2002",
        rows: &[
            (2010, Episodes, "03/06/2009,S,V2,N1,Q2,PR1"),
            (2011, Episodes, "03/06/2009,S,V2,N1,Q2,PR1,1.9.2010,E4"),
        ],
    },
    // Rows that overlap.
    Fault {
        authority: "996",
        child: "90000123",
        born: "01/05/2002",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,01/09/2010,X1"),
            (2011, Episodes, "20/08/2010,P,V2,N1,Q2,PR4,10/10/2010,E4"),
        ],
    },
    // An end after the year of its return, which could not have been known.
    Fault {
        authority: "995",
        child: "90000124",
        born: "01/05/2002",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,15/04/2011,E4"),
            (2011, Reviews, "01/05/2002,01/07/2010,PN1"),
            (2011, Reviews, "01/05/2002,28/09/2010,PN1"),
            (2011, Reviews, "01/05/2002,25/03/2011,PN1"),
        ],
    },
    // A reason for the end without an end.
    Fault {
        authority: "992",
        child: "90000125",
        born: "01/05/2002",
        rows: &[(2011, Episodes, "25/03/2011,S,V2,N1,Q2,PR1,,E4")],
    },
];
