//! The lists of the published standard (DfE, Analysts' guide, "Open data standards").

/// The columns that metadata must have.
pub const META_COLUMNS: [&str; 8] = [
    "col_name",
    "col_type",
    "label",
    "indicator_grouping",
    "indicator_unit",
    "indicator_dp",
    "filter_hint",
    "filter_grouping_column",
];

/// The columns that metadata may have.
pub const MORE_META_COLUMNS: [&str; 2] = ["filter_default", "parent_filter"];

/// The columns that data must have.
pub const DATA_COLUMNS: [&str; 5] =
    ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"];

/// The levels, and the columns of each: codes, then the name.
pub const LEVELS: [(&str, &[&str]); 17] = [
    ("National", &["country_code", "country_name"]),
    ("Regional", &["region_code", "region_name"]),
    ("Local authority", &["old_la_code", "new_la_code", "la_name"]),
    ("RSC region", &["rsc_region_lead_name"]),
    ("Parliamentary constituency", &["pcon_code", "pcon_name"]),
    ("Local authority district", &["lad_code", "lad_name"]),
    ("Local skills improvement plan area", &["lsip_code", "lsip_name"]),
    ("Local enterprise partnership", &["local_enterprise_partnership_code", "local_enterprise_partnership_name"]),
    ("English devolved area", &["english_devolved_area_code", "english_devolved_area_name"]),
    ("Opportunity area", &["opportunity_area_code", "opportunity_area_name"]),
    ("Ward", &["ward_code", "ward_name"]),
    ("MAT", &["trust_id", "trust_name"]),
    ("Sponsor", &["sponsor_id", "sponsor_name"]),
    ("School", &["school_urn", "school_laestab", "school_name"]),
    ("Provider", &["provider_ukprn", "provider_name"]),
    ("Institution", &["institution_id", "institution_name"]),
    ("Planning area", &["planning_area_code", "planning_area_name"]),
];

/// The levels that tables are not made of.
pub const IGNORED_LEVELS: [&str; 4] = ["School", "Provider", "Institution", "Planning area"];

/// The kinds of time, in families that may stand in one file, and how many digits their periods have. Weeks, of which
/// there are 52, are left out: no figure here is of one.
pub const TIMES: [(&[&str], usize); 10] = [
    (&["Calendar year"], 4),
    (&["Reporting year"], 4),
    (&["Academic year"], 6),
    (&["Financial year"], 6),
    (&["Financial year Q1", "Financial year Q2", "Financial year Q3", "Financial year Q4"], 6),
    (&["Part 1 (April to September)", "Part 2 (October to March)"], 6),
    (&["Tax year"], 6),
    (&["Autumn term", "Spring term", "Summer term"], 6),
    (&["Autumn and spring term"], 6),
    (
        &[
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        4,
    ),
];

/// The units of indicators.
pub const UNITS: [&str; 6] = ["", "%", "pp", "£", "£m", "numberstring"];

/// Words of a column's name that are items of a filter.
pub const FILTER_WORDS: [&str; 25] = [
    "male",
    "female",
    "boys",
    "girls",
    "gender",
    "sex",
    "white",
    "black",
    "asian",
    "chinese",
    "mixed",
    "irish",
    "english",
    "welsh",
    "scottish",
    "british",
    "african",
    "caribbean",
    "indian",
    "pakistani",
    "bangladeshi",
    "arab",
    "gypsy",
    "maths",
    "total",
];

/// What stands for a number.
pub const SYMBOLS: [&str; 6] = ["c", "z", "x", "k", "low", "u"];

/// The names that columns of ethnicity must have.
pub const ETHNICITY: [&str; 4] = ["ethnicity_major", "ethnicity_minor", "ethnicity_detailed", "minority_ethnic"];

/// The items of ethnicity_major.
pub const ETHNIC_GROUPS: [&str; 7] = [
    "Total",
    "White",
    "Mixed / Multiple ethnic groups",
    "Asian / Asian British",
    "Black / African / Caribbean / Black British",
    "Other ethnic group",
    "Unknown",
];

/// Groups of characteristics that are of ethnicity.
pub const ETHNIC_CHARACTERISTICS: [&str; 4] =
    ["Ethnicity Major", "Ethnicity Minor", "Ethnicity Detailed", "Minority Ethnic"];

/// The filters that the standard names, and their items.
pub const FILTERS: [(&str, &[&str]); 2] =
    [("sex", &["Total", "Female", "Male", "Unknown"]), ("ethnicity_major", &ETHNIC_GROUPS)];

/// Every column of time or place.
pub fn time_and_place() -> impl Iterator<Item = &'static str> {
    let of_places = LEVELS.iter().flat_map(|(_, columns)| columns.iter());
    DATA_COLUMNS[..3].iter().chain(of_places).copied()
}

/// The family of a kind of time, and how many digits its periods have.
pub fn time(identifier: &str) -> Option<(usize, usize)> {
    let family = TIMES.iter().position(|(names, _)| names.contains(&identifier))?;
    Some((family, TIMES[family].1))
}

/// The columns of a level.
pub fn level(name: &str) -> Option<&'static [&'static str]> {
    LEVELS.iter().find(|(level, _)| *level == name).map(|(_, columns)| *columns)
}
