//! Care leavers of every kind: aged 19 in the year to 31 March 2011, in care or not on 1 April 2008.

use super::fault::Fault;
use crate::synth::table::Table::{Episodes, Oc3};

/// One fault in each entry; the comment above says what it is.
pub(crate) const FAULTS: &[Fault] = &[
    // Born on 29 February: nineteen on 1 March.
    Fault {
        authority: "993",
        child: "90000145",
        born: "29/02/1992",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E6"), (2011, Oc3, "29/02/1992,YES,F2,U1")],
    },
    // Died.
    Fault {
        authority: "993",
        child: "90000146",
        born: "01/08/1991",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E6"), (2011, Oc3, "01/08/1991,DIED,0,0")],
    },
    // Returned home for good.
    Fault {
        authority: "995",
        child: "90000147",
        born: "01/08/1991",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E6"), (2011, Oc3, "01/08/1991,RHOM,0,0")],
    },
    // No longer requires services.
    Fault {
        authority: "995",
        child: "90000148",
        born: "01/08/1991",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E6"), (2011, Oc3, "01/08/1991,NREQ,0,0")],
    },
    // Whether in touch is blank.
    Fault {
        authority: "996",
        child: "90000149",
        born: "01/08/1991",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E6"), (2011, Oc3, "01/08/1991,,0,0")],
    },
    // In touch in unsuitable accommodation, without work.
    Fault {
        authority: "996",
        child: "90000150",
        born: "01/08/1991",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E6"), (2011, Oc3, "01/08/1991,YES,G5,S2")],
    },
    // No row, although looked after on the day.
    Fault {
        authority: "996",
        child: "90000151",
        born: "01/08/1991",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E6")],
    },
    // No row, because another authority took over.
    Fault {
        authority: "993",
        child: "90000152",
        born: "01/08/1991",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E3")],
    },
    // A row, although not looked after on the day.
    Fault {
        authority: "995",
        child: "90000153",
        born: "01/08/1991",
        rows: &[(2009, Episodes, "01/07/2008,S,V2,N5,Q2,PR1,10/01/2009,E6"), (2011, Oc3, "01/08/1991,YES,F3,U1")],
    },
    // A row, and no date of birth anywhere.
    Fault {
        authority: "996",
        child: "90000154",
        born: "",
        rows: &[(2009, Episodes, "01/07/2007,S,V2,N5,Q2,PR1,10/01/2009,E6"), (2011, Oc3, ",YES,F3,U1")],
    },
];
