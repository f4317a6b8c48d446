//! An episode to put codes into.

/// An episode in a year's return with these cells: RNE LS CIN PLACE PLACE_PROVIDER REC.
pub(crate) fn with(year: i32, cells: &str) -> String {
    format!(
        "{year} episodes
         CHILD DECOM      DEC        RNE LS CIN PLACE PLACE_PROVIDER REC
         A     01/04/2007 01/05/2007 {cells}"
    )
}
