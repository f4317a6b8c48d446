//! The items that a table asks for, each a column with its cell.

use super::rows::{Ad1Row, Oc2Row, Oc3Row};

/// A column with its cell.
pub(crate) type Item<'a> = (&'static str, &'a str);

/// The items that are filled.
pub(crate) fn filled<'a>(items: &[Item<'a>]) -> Vec<Item<'a>> {
    items.iter().copied().filter(|(_, text)| !text.is_empty()).collect()
}

/// The items that are blank.
pub(crate) fn blank<'a>(items: &[Item<'a>]) -> Vec<Item<'a>> {
    items.iter().copied().filter(|(_, text)| text.is_empty()).collect()
}

/// Whether some of the items are filled and others blank.
pub(crate) fn is_partly_filled(items: &[Item<'_>]) -> bool {
    (1..items.len()).contains(&blank(items).len())
}

impl<'a> Oc2Row<'a> {
    /// The score of the questionnaire.
    pub(crate) fn score(&self) -> Item<'a> {
        ("SDQ_SCORE", self.sdq_score)
    }

    /// The reason for having no score.
    pub(crate) fn reason(&self) -> Item<'a> {
        ("SDQ_REASON", self.sdq_reason)
    }

    /// The score and the reason for having none.
    pub(crate) fn questionnaire(&self) -> [Item<'a>; 2] {
        [self.score(), self.reason()]
    }

    /// What is asked of children looked after for twelve months, besides the questionnaire.
    pub(crate) fn health(&self) -> [Item<'a>; 8] {
        [
            ("CONVICTED", self.convicted),
            ("HEALTH_CHECK", self.health_check),
            ("IMMUNISATIONS", self.immunisations),
            ("TEETH_CHECK", self.teeth_check),
            ("HEALTH_ASSESSMENT", self.health_assessment),
            ("SUBSTANCE_MISUSE", self.substance_misuse),
            ("INTERVENTION_RECEIVED", self.intervention_received),
            ("INTERVENTION_OFFERED", self.intervention_offered),
        ]
    }
}

impl<'a> Oc3Row<'a> {
    /// What is asked of care leavers.
    pub(crate) fn items(&self) -> [Item<'a>; 3] {
        [("IN_TOUCH", self.in_touch), ("ACTIV", self.activ), ("ACCOM", self.accom)]
    }
}

impl<'a> Ad1Row<'a> {
    /// What is asked of children who were adopted.
    pub(crate) fn items(&self) -> [Item<'a>; 6] {
        [
            ("DATE_INT", self.date_int.text),
            ("DATE_MATCH", self.date_match.text),
            ("FOSTER_CARE", self.foster_care),
            ("NB_ADOPTR", self.nb_adoptr),
            ("SEX_ADOPTR", self.sex_adoptr),
            ("LS_ADOPTR", self.ls_adoptr),
        ]
    }
}
