use super::{TidyData, *};
use crate::day::Day;
use crate::level::Level;
use crate::printed::{Numbers, Printed, PrintedFigure};
use crate::seeds::Seeds;
use crate::timeframe::{Basis, Timeframe};
use crate::unit::Unit;
use Printed::{Confidential, NotApplicable, Number, RoundsToNought};

const LIST: &str = "old_la_code,new_la_code,la_name,region_code,region_name,valid_from,valid_to\n\
                    991,E99000001,\"Ashwater, City of\",E12000091,Northern Reaches,,\n\
                    992,,Old Shire,E12000091,Northern Reaches,,2010-06-30\n\
                    993,E99000003,=Elm,E12000092,Ynys Môn,,\n";

fn authorities() -> Authorities {
    Authorities::read("mine.csv", LIST.as_bytes()).unwrap()
}

fn figure(level: Level, code: &str, name: &str, indicator: u16, numbers: [Printed; 5]) -> PrintedFigure {
    let [numerator, denominator, value, lower, upper] = numbers;
    let region = if code == "993" { "E12000092" } else { "E12000091" };
    PrintedFigure {
        level,
        code: code.to_owned(),
        name: name.to_owned(),
        region: (level == Level::LocalAuthority).then(|| region.to_owned()),
        indicator,
        group: None,
        unit: if indicator == 58 { Unit::Score } else { Unit::Percent },
        numbers: Numbers { numerator, denominator, value, lower, upper },
        behind: None,
        cover_too_short: false,
        left_open: false,
        reliance: Reliance::Usable,
    }
}

fn table(year: i32, basis: Basis, figures: Vec<PrintedFigure>) -> PrintedTable {
    let timeframe = Timeframe::new(Day::thirty_first_of_march(year), basis).unwrap();
    PrintedTable { timeframe, same_children: Vec::new(), figures }
}

fn seeds(numbers: &[u16]) -> Vec<IndicatorSeed> {
    let all = Seeds::built_in().unwrap().indicators;
    all.into_iter().filter(|seed| numbers.contains(&seed.number)).collect()
}

#[test]
fn a_row_is_a_place_and_a_year_and_no_number_is_blank() {
    let local = Level::LocalAuthority;
    let of_2011 = table(
        2011,
        Basis::Rolling,
        vec![
            figure(
                Level::National,
                "E92000001",
                "England",
                58,
                [NotApplicable, Number(400), Number(139), Number(-2), Number(141)],
            ),
            figure(
                Level::National,
                "E92000001",
                "England",
                62,
                [Number(10), Number(20_000), RoundsToNought, Number(0), Number(1)],
            ),
            figure(
                local,
                "991",
                "Ashwater, City of",
                62,
                [Confidential, Number(30), Confidential, Confidential, Confidential],
            ),
            figure(local, "993", "=Elm", 62, [Number(1), Number(8), Number(125), Number(22), Number(471)]),
        ],
    );
    let of_2010 = table(
        2010,
        Basis::Rolling,
        vec![figure(
            local,
            "992",
            "Old Shire",
            62,
            [Number(0), Number(0), NotApplicable, NotApplicable, NotApplicable],
        )],
    );
    let (tables, authorities) = ([&of_2011, &of_2010], authorities());
    let mut bytes = Vec::new();
    TidyData::of(&tables, &seeds(&[58, 62]), &authorities).unwrap().write_data(&mut bytes).unwrap();
    let expected = "\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,\
ni_58_score_average,ni_58_score_average_lower,ni_58_score_average_upper,ni_58_denominator_count,\
ni_62_percent,ni_62_percent_lower,ni_62_percent_upper,ni_62_numerator_count,ni_62_denominator_count
2011,Reporting year,National,E92000001,England,,,,,,13.9,-0.2,14.1,400,k,0.0,0.1,10,20000
2011,Reporting year,Local authority,E92000001,England,E12000091,Northern Reaches,991,E99000001,\"Ashwater, City of\",x,x,x,x,c,c,c,c,30
2011,Reporting year,Local authority,E92000001,England,E12000091,Northern Reaches,992,x,Old Shire,z,z,z,z,z,z,z,z,z
2011,Reporting year,Local authority,E92000001,England,E12000092,Ynys Môn,993,E99000003,'=Elm,x,x,x,x,12.5,2.2,47.1,1,8
2010,Reporting year,National,E92000001,England,,,,,,x,x,x,x,x,x,x,x,x
2010,Reporting year,Local authority,E92000001,England,E12000091,Northern Reaches,991,E99000001,\"Ashwater, City of\",x,x,x,x,x,x,x,x,x
2010,Reporting year,Local authority,E92000001,England,E12000091,Northern Reaches,992,x,Old Shire,x,x,x,x,z,z,z,0,0
2010,Reporting year,Local authority,E92000001,England,E12000092,Ynys Môn,993,E99000003,'=Elm,x,x,x,x,x,x,x,x,x
";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn the_metadata_says_what_each_column_is_and_of_what_window() {
    let (authorities, table) = (authorities(), table(2011, Basis::Rolling, Vec::new()));
    let mut bytes = Vec::new();
    TidyData::of(&[&table], &seeds(&[58, 101]), &authorities).unwrap().write_metadata(&mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let row = |name: &str| text.lines().find(|row| row.starts_with(&format!("{name},"))).unwrap().to_owned();
    assert_eq!(text.lines().count(), 10, "a heading, four columns of a mean, five of a percentage");
    assert_eq!(
        row("ni_58_score_average_lower"),
        "ni_58_score_average_lower,Indicator,\"NI 58, Emotional and behavioural health: average score, lower 95% \
         limit\",\"NI 58, Emotional and behavioural health of children in care; twelve months to 31 March; lower is \
         better\",,1,,"
    );
    let percent = row("ni_101_percent");
    assert!(percent.contains("; exams of the year shown; higher is better\",%,1,,"), "{percent}");
    let count = row("ni_101_numerator_count");
    assert!(count.contains("5 A*-C with English and maths: number of children counted\"") && count.ends_with(",,0,,"));
}

#[test]
fn a_title_that_is_too_long_is_left_out_of_the_label() {
    let mut seeds = seeds(&[62]);
    seeds[0].short_title = "é".repeat(80);
    let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
    assert_eq!(column::list(&seeds, &timeframe, false)[1].label, "NI 62: percentage, lower 95% limit");
    seeds[0].short_title = "é".repeat(80 - "NI 62, : percentage, lower 95% limit".len());
    assert_eq!(column::list(&seeds, &timeframe, false)[1].label.chars().count(), 80);
}

#[test]
fn only_one_day_of_each_year_on_one_basis_stands_in_a_file() {
    let authorities = authorities();
    let refused = |tables: &[&PrintedTable]| TidyData::of(tables, &[], &authorities).unwrap_err().to_string();
    let of = |year, basis| table(year, basis, Vec::new());
    let (latest, earlier, other) = (of(2011, Basis::Rolling), of(2010, Basis::Rolling), of(2010, Basis::YearToDate));
    let mut quarter = of(2010, Basis::Rolling);
    quarter.timeframe = Timeframe::new(Day::from_ymd(2010, 12, 31).unwrap(), Basis::Rolling).unwrap();
    assert_eq!(refused(&[]), "there is no table to write as tidy data");
    assert!(refused(&[&latest, &other]).contains("31 March 2010 (year_to_date) cannot be in one file"));
    assert!(refused(&[&latest, &quarter]).contains("31 December 2010 (rolling) cannot be in one file"));
    assert!(refused(&[&earlier, &latest]).starts_with("figures at 31 March 2011 do not follow a later day"));
    assert!(refused(&[&latest, &earlier, &earlier]).starts_with("figures at 31 March 2010 do not follow"));
    assert!(TidyData::of(&[&latest, &earlier], &[], &authorities).is_ok());
}

#[test]
fn what_the_list_of_authorities_does_not_know_is_said_so() {
    let mut stranger = figure(Level::LocalAuthority, "777", "Nowhere", 62, [Number(1); 5]);
    stranger.region = None;
    let region = figure(Level::Regional, "E12000077", "", 62, [Number(1); 5]);
    let (authorities, table) = (authorities(), table(2011, Basis::Rolling, vec![region, stranger]));
    let tables = [&table];
    let places = Places::of(&tables, &authorities);
    let ends = places.iter().map(|place| places.cells(place)[3..].join(","));
    assert_eq!(ends.collect::<Vec<_>>(), ["E12000077,E12000077,,,", "x,Not available,777,x,Nowhere"]);
}

#[test]
fn a_level_of_caution_stands_with_a_value_that_is_shown_where_there_is_a_word_of_any() {
    let shown = [Number(20), Number(40), Number(500), Number(352), Number(648)];
    let hidden = [Confidential, Number(30), Confidential, Confidential, Confidential];
    let written = |reliances: [Reliance; 3]| {
        let places = [("991", shown), ("992", hidden), ("993", shown)];
        let figures = places.into_iter().zip(reliances).map(|((code, numbers), reliance)| PrintedFigure {
            reliance,
            ..figure(Level::LocalAuthority, code, "A", 62, numbers)
        });
        let (authorities, table) = (authorities(), table(2011, Basis::Rolling, figures.collect()));
        let tables = [&table];
        let indicators = seeds(&[62]);
        let tidy = TidyData::of(&tables, &indicators, &authorities).unwrap();
        let (mut data, mut meta) = (Vec::new(), Vec::new());
        tidy.write_data(&mut data).unwrap();
        tidy.write_metadata(&mut meta).unwrap();
        [data, meta].map(|bytes| String::from_utf8(bytes).unwrap())
    };
    let [data, meta] = written([Reliance::NotUsable, Reliance::Usable, Reliance::WithCare]);
    let last: Vec<&str> = data.lines().map(|row| row.rsplit(',').next().unwrap()).collect();
    assert_eq!(last, ["ni_62_caution_level", "2", "z", "1"]);
    let label = "\"NI 62, Three or more placements: caution: 0 none, 1 use with care, 2 unreliable\"";
    assert!(meta.contains(&format!("ni_62_caution_level,Indicator,{label},")), "{meta}");
    let [data, meta] = written([Reliance::Usable; 3]);
    assert!(!data.contains("caution") && !meta.contains("caution"), "{data}");
}
