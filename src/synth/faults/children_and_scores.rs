//! Dates of birth, scores, reviews and results that are missing, duplicated or out of range.

use super::fault::Fault;
use crate::synth::table::Table::{Attainment, Episodes, Header, Oc2, Reviews};

/// One fault in each entry; the comment above says what it is.
pub(crate) const FAULTS: &[Fault] = &[
    // No date of birth anywhere.
    Fault {
        authority: "993",
        child: "90000136",
        born: "",
        rows: &[
            (2009, Episodes, "03/06/2008,S,C2,N1,Q2,PR1"),
            (2010, Episodes, "03/06/2008,S,C2,N1,Q2,PR1"),
            (2011, Episodes, "03/06/2008,S,C2,N1,Q2,PR1"),
            (2009, Reviews, ",30/06/2008,PN1"),
            (2009, Reviews, ",24/09/2008,PN1"),
            (2009, Reviews, ",18/03/2009,PN1"),
            (2010, Reviews, ",15/09/2009,PN1"),
            (2010, Reviews, ",10/03/2010,PN1"),
            (2011, Reviews, ",06/09/2010,PN1"),
            (2011, Reviews, ",02/03/2011,PN1"),
            (2010, Oc2, ",13,,0,,1,1,1,0"),
            (2011, Oc2, ",12,,0,,1,1,1,0"),
        ],
    },
    // No date of birth in the header, one in the reviews.
    Fault {
        authority: "995",
        child: "90000137",
        born: "",
        rows: &[
            (2010, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Reviews, "01/03/2001,20/04/2010,PN1"),
            (2011, Reviews, "01/03/2001,14/07/2010,PN1"),
            (2011, Reviews, "01/03/2001,10/01/2011,PN1"),
            (2011, Oc2, ",19,,0,,1,1,1,0"),
        ],
    },
    // A score out of range.
    Fault {
        authority: "996",
        child: "90000138",
        born: "01/03/2001",
        rows: &[
            (2010, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Reviews, "01/03/2001,20/04/2010,PN1"),
            (2011, Reviews, "01/03/2001,14/07/2010,PN1"),
            (2011, Reviews, "01/03/2001,10/01/2011,PN1"),
            (2011, Oc2, "01/03/2001,45,,0,,1,1,1,0"),
        ],
    },
    // Two rows in the return, one with a score and one with a reason for none: the later line counts.
    Fault {
        authority: "996",
        child: "90000139",
        born: "01/03/2001",
        rows: &[
            (2010, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Reviews, "01/03/2001,20/04/2010,PN1"),
            (2011, Reviews, "01/03/2001,14/07/2010,PN1"),
            (2011, Reviews, "01/03/2001,10/01/2011,PN1"),
            (2011, Oc2, "01/03/2001,17,,0,,1,1,1,0"),
            (2011, Oc2, "01/03/2001,,SDQ3,0,,1,1,1,0"),
        ],
    },
    // In the header twice: the later line counts.
    Fault {
        authority: "992",
        child: "90000140",
        born: "01/03/2001",
        rows: &[(2011, Header, "2,01/03/2002,WBRI"), (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,12/09/2010,E4")],
    },
    // New to care, no review due yet.
    Fault {
        authority: "993",
        child: "90000141",
        born: "01/03/2001",
        rows: &[(2011, Episodes, "21/03/2011,S,V2,N1,Q2,PR1")],
    },
    // A review missed.
    Fault {
        authority: "995",
        child: "90000142",
        born: "01/03/2001",
        rows: &[
            (2010, Episodes, "03/02/2010,S,C2,N1,Q2,PR1"),
            (2011, Episodes, "03/02/2010,S,C2,N1,Q2,PR1"),
            (2010, Reviews, "01/03/2001,25/02/2010,PN1"),
            (2011, Reviews, "01/03/2001,25/05/2010,PN1"),
            (2011, Oc2, "01/03/2001,11,,0,,1,1,1,0"),
        ],
    },
    // Of an age for Key Stage 2, with a blank row.
    Fault {
        authority: "995",
        child: "90000143",
        born: "01/11/1999",
        rows: &[
            (2010, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Reviews, "01/11/1999,20/04/2010,PN1"),
            (2011, Reviews, "01/11/1999,14/07/2010,PN1"),
            (2011, Reviews, "01/11/1999,10/01/2011,PN1"),
            (2011, Oc2, "01/11/1999,11,,0,,1,1,1,0"),
            (2011, Attainment, "2011"),
        ],
    },
    // Of an age for Key Stage 2, in two rows, one with its year written 2010/11: a blank does not replace a level.
    Fault {
        authority: "996",
        child: "90000144",
        born: "01/11/1999",
        rows: &[
            (2010, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Episodes, "25/03/2010,S,C2,N1,Q2,PR1"),
            (2011, Reviews, "01/11/1999,20/04/2010,PN1"),
            (2011, Reviews, "01/11/1999,14/07/2010,PN1"),
            (2011, Reviews, "01/11/1999,10/01/2011,PN1"),
            (2011, Oc2, "01/11/1999,11,,0,,1,1,1,0"),
            (2011, Attainment, "2010/11,4b,5"),
            (2011, Attainment, "2011,,D"),
        ],
    },
];
