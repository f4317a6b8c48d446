//! Adoptions and placements too rare to be left to chance.

use super::fault::Fault;
use crate::synth::table::Table::{Ad1, Episodes, Reviews};

/// One fault in each entry; the comment above says what it is.
pub(crate) const FAULTS: &[Fault] = &[
    // Adopted without a date of decision.
    Fault {
        authority: "993",
        child: "90000126",
        born: "01/02/2008",
        rows: &[
            (2010, Episodes, "03/04/2009,S,E1,N1,Q2,PR1,10/11/2009,X1"),
            (2010, Episodes, "10/11/2009,P,E1,N1,A6,PR1"),
            (2011, Episodes, "10/11/2009,P,E1,N1,A6,PR1,14/05/2010,E12"),
            (2011, Ad1, "01/02/2008,,20/10/2009,0,2,MF,L11"),
        ],
    },
    // Adopted, with a date of decision that cannot be read.
    Fault {
        authority: "996",
        child: "90000127",
        born: "01/02/2008",
        rows: &[
            (2010, Episodes, "03/04/2009,S,E1,N1,Q2,PR1,10/11/2009,X1"),
            (2010, Episodes, "10/11/2009,P,E1,N1,A6,PR1"),
            (2011, Episodes, "10/11/2009,P,E1,N1,A6,PR1,14/06/2010,E12"),
            (2011, Ad1, "01/02/2008,10/09/09,20/10/2009,0,1,F1,L0"),
        ],
    },
    // Adopted, and not in AD1.
    Fault {
        authority: "992",
        child: "90000155",
        born: "01/02/2008",
        rows: &[
            (2009, Episodes, "03/05/2008,S,E1,N1,Q2,PR1,10/11/2008,X1"),
            (2009, Episodes, "10/11/2008,P,E1,N1,A6,PR1"),
            (2010, Episodes, "10/11/2008,P,E1,N1,A6,PR1,21/09/2009,E12"),
        ],
    },
    // Adopted out of a foster placement, no adoptive placement on record.
    Fault {
        authority: "995",
        child: "90000128",
        born: "01/02/2008",
        rows: &[
            (2010, Episodes, "03/04/2009,S,C2,N1,Q2,PR1"),
            (2011, Episodes, "03/04/2009,S,C2,N1,Q2,PR1,02/06/2010,E12"),
            (2011, Ad1, "01/02/2008,01/09/2009,20/10/2009,0,2,MF,L11"),
        ],
    },
    // Adopted by adopters other than those the child was first placed with.
    Fault {
        authority: "996",
        child: "90000129",
        born: "01/02/2007",
        rows: &[
            (2010, Episodes, "03/04/2009,S,E1,N1,Q2,PR1,03/06/2009,X1"),
            (2010, Episodes, "03/06/2009,P,E1,N1,A6,PR1,10/11/2009,X1"),
            (2010, Episodes, "10/11/2009,P,E1,N1,Q2,PR1"),
            (2011, Episodes, "10/11/2009,P,E1,N1,Q2,PR1,03/05/2010,X1"),
            (2011, Episodes, "03/05/2010,P,E1,N1,A6,PR2,01/12/2010,E12"),
            (2011, Ad1, "01/02/2007,20/05/2009,20/04/2010,0,2,FF,L2"),
        ],
    },
    // Adopted by the foster carer with consent: the same placement, though the row says otherwise.
    Fault {
        authority: "992",
        child: "90000130",
        born: "01/02/2008",
        rows: &[
            (2010, Episodes, "03/04/2009,S,V2,N1,Q2,PR1,01/02/2010,X1"),
            (2010, Episodes, "01/02/2010,P,V2,N1,A3,PR1"),
            (2011, Episodes, "01/02/2010,P,V2,N1,A3,PR1,12/10/2010,E11"),
            (2011, Ad1, "01/02/2008,15/09/2009,20/01/2010,1,1,F1,L0"),
        ],
    },
    // Adopted by the foster carers under a placement order.
    Fault {
        authority: "995",
        child: "90000131",
        born: "01/02/2008",
        rows: &[
            (2010, Episodes, "03/04/2009,S,E1,N1,Q1,PR1,01/02/2010,X1"),
            (2010, Episodes, "01/02/2010,T,E1,N1,A5,PR1"),
            (2011, Episodes, "01/02/2010,T,E1,N1,A5,PR1,12/10/2010,E12"),
            (2011, Ad1, "01/02/2008,15/09/2009,20/01/2010,1,2,MF,L3"),
        ],
    },
    // Missing from three placements, when missing was still recorded as a placement.
    Fault {
        authority: "996",
        child: "90000132",
        born: "01/07/1994",
        rows: &[
            (2009, Episodes, "03/06/2008,S,V2,N5,K2,PR4,10/09/2008,X1"),
            (2009, Episodes, "10/09/2008,P,V2,N5,M1,,14/09/2008,X1"),
            (2009, Episodes, "14/09/2008,P,V2,N5,K2,PR4,02/02/2009,X1"),
            (2009, Episodes, "02/02/2009,P,V2,N5,M2,,09/02/2009,X1"),
            (2009, Episodes, "09/02/2009,P,V2,N5,K2,PR4"),
            (2010, Episodes, "09/02/2009,P,V2,N5,K2,PR4,03/05/2009,X1"),
            (2010, Episodes, "03/05/2009,P,V2,N5,M3,,30/05/2009,X1"),
            (2010, Episodes, "30/05/2009,P,V2,N5,K2,PR4,12/02/2010,E4"),
        ],
    },
    // Every kind of temporary stay, the child back with the same carer after each.
    Fault {
        authority: "993",
        child: "90000133",
        born: "01/07/1999",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V2,N1,Q2,PR1,10/07/2010,X1,,ZZ9 1,ZZ9 2"),
            (2011, Episodes, "10/07/2010,P,V2,N1,T0,,12/07/2010,X1,,ZZ9 1,ZZ9 4"),
            (2011, Episodes, "12/07/2010,P,V2,N1,Q2,PR1,01/08/2010,X1,,ZZ9 1,ZZ9 2"),
            (2011, Episodes, "01/08/2010,P,V2,N1,T1,,05/08/2010,X1"),
            (2011, Episodes, "05/08/2010,P,V2,N1,Q2,PR1,20/08/2010,X1,,ZZ9 1,ZZ92"),
            (2011, Episodes, "20/08/2010,P,V2,N1,T2,,27/08/2010,X1"),
            (2011, Episodes, "27/08/2010,P,V2,N1,Q2,PR1,20/10/2010,X1,,ZZ9 1,ZZ9 2"),
            (2011, Episodes, "20/10/2010,P,V2,N1,T3,,24/10/2010,X1"),
            (2011, Episodes, "24/10/2010,P,V2,N1,Q2,PR1,20/12/2010,X1,,ZZ9 1,ZZ9 2"),
            (2011, Episodes, "20/12/2010,P,V2,N1,T4,,24/12/2010,X1"),
            (2011, Episodes, "24/12/2010,P,V2,N1,Q2,PR1,,,,ZZ9 1,ZZ9 2"),
            (2011, Reviews, "01/07/1999,28/06/2010,PN1"),
            (2011, Reviews, "01/07/1999,20/09/2010,PN1"),
            (2011, Reviews, "01/07/1999,18/03/2011,PN1"),
        ],
    },
    // In a temporary stay at the end of the year, and another carer before it.
    Fault {
        authority: "995",
        child: "90000134",
        born: "01/07/1999",
        rows: &[
            (2011, Episodes, "03/01/2011,S,V2,N1,Q2,PR1,10/02/2011,X1,,ZZ9 1,ZZ9 2"),
            (2011, Episodes, "10/02/2011,P,V2,N1,Q2,PR4,20/03/2011,X1,,ZZ9 1,ZZ9 7"),
            (2011, Episodes, "20/03/2011,P,V2,N1,T1,"),
            (2011, Reviews, "01/07/1999,28/01/2011,PN1"),
        ],
    },
    // Short breaks recorded one by one, and an agreement besides.
    Fault {
        authority: "992",
        child: "90000135",
        born: "01/07/1999",
        rows: &[
            (2011, Episodes, "03/06/2010,S,V3,N2,K2,PR1,05/06/2010,E8"),
            (2011, Episodes, "09/07/2010,S,V3,N2,K2,PR1,11/07/2010,E8"),
            (2011, Episodes, "01/08/2010,S,V4,N2,Q2,PR1"),
        ],
    },
];
