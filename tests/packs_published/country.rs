//! A small made-up country of two years: its exact figures, what is published of them, and everything that is made of
//! that.

use std::collections::BTreeMap;
use std::fs;
use stocktake::benchmark::Compared;
use stocktake::day::Day;
use stocktake::disclosure::{DayToProtect, Decided, Protected, protect};
use stocktake::figures::{Behind, Figure, Status};
use stocktake::level::Level;
use stocktake::pack::Pack;
use stocktake::pack::of_run::RunPacks;
use stocktake::printed::PrintedFigure;
use stocktake::printed::public::{PublicDay, PublicFigure, compare};
use stocktake::seeds::Seeds;
use stocktake::seeds::authorities::{Authorities, ENGLAND_CODE, ENGLAND_NAME};
use stocktake::seeds::disclosure::Profile;
use stocktake::seeds::neighbours::Neighbours;
use stocktake::seeds::published::Published;
use stocktake::timeframe::{Basis, Timeframe};
use stocktake::verdict::Reliance;

/// How many children of an authority meet the test, and how many do not.
pub type Children = [u64; 2];

/// The authorities of each region in one year.
pub type Year = Vec<Vec<Children>>;

/// The indicators there are: one where lower is better, one of exams with targets.
pub const INDICATORS: [u16; 2] = [62, 99];

/// What everybody knows: the places, each the neighbour of all others, and figures published of some of them in 2010 and
/// 2011.
pub fn seeds(year: &Year) -> Seeds {
    let codes = || year.iter().enumerate().flat_map(|(region, list)| (0..list.len()).map(move |at| code(region, at)));
    let mut authorities = "old_la_code,new_la_code,la_name,region_code,region_name\n".to_owned();
    for code in codes() {
        let region = &code[2..];
        authorities.push_str(&format!("{code},,La {code},E1200000{region},Region {region}\n"));
    }
    let mut near = "code,rank,neighbour\n".to_owned();
    for one in codes() {
        for (rank, other) in codes().filter(|other| *other != one).enumerate() {
            near.push_str(&format!("{one},{},{other}\n", rank + 1));
        }
    }
    // 33.3% everywhere: of nobody's own.
    let mut published = "time_period,geographic_level,code,indicator,numerator,denominator,value,source\n".to_owned();
    for year_of in [2010, 2011] {
        let regions = (0..year.len()).map(|region| ("Regional", format!("E1200000{region}")));
        let places = codes().map(|code| ("Local authority", code)).chain(regions);
        for (level, code) in places.chain([("National", ENGLAND_CODE.to_owned())]) {
            for indicator in INDICATORS {
                published.push_str(&format!("{year_of},{level},{code},{indicator},777,2333,33.3,Made up\n"));
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name)
    };
    let authorities = Authorities::read("small.csv", authorities.as_bytes()).unwrap();
    let neighbours = Neighbours::from_file(&written("near.csv", &near), &authorities).unwrap();
    let seeds = Seeds::built_in().unwrap();
    let published = written("published.csv", &published);
    let published = Published::default().with_file(&published, &authorities, &seeds.indicators).unwrap();
    Seeds { authorities, neighbours: Some(neighbours), published, ..seeds }
}

/// The second authority of the first region is 210.
fn code(region: usize, at: usize) -> String {
    format!("{}{at}{region}", 2)
}

pub fn profile(name: &str) -> Profile {
    Seeds::built_in().unwrap().disclosure.into_iter().find(|profile| profile.name == name).unwrap()
}

/// What is published of two years, the latest first.
pub fn protected(years: &[Year; 2], seeds: &Seeds, profile: &Profile) -> Vec<Protected> {
    let exact: Vec<(Timeframe, Vec<Figure>)> = [2011, 2010]
        .into_iter()
        .zip(years)
        .map(|(year, children)| {
            (Timeframe::new(Day::thirty_first_of_march(year), Basis::Rolling).unwrap(), figures(children))
        })
        .collect();
    let decided = Decided::new();
    let days: Vec<DayToProtect<'_>> = exact
        .iter()
        .map(|(timeframe, figures)| DayToProtect {
            timeframe: *timeframe,
            figures: figures.iter().map(|figure| (figure, Reliance::Usable)).collect(),
            decided: &decided,
            groups: &[],
        })
        .collect();
    protect(&days, profile, seeds, &[]).unwrap()
}

/// Figures set beside others, made of nothing but what is published.
pub fn compared(protected: &[Protected], seeds: &Seeds) -> Compared<PublicFigure> {
    let days: Vec<PublicDay<'_>> =
        protected.iter().map(|day| PublicDay { table: day.table(), profile: day.profile(), context: None }).collect();
    compare(days[0], &days[1..], seeds)
}

/// The packs of every place.
pub fn packs(compared: &Compared<PublicFigure>, seeds: &Seeds, profile: &Profile) -> Vec<Pack> {
    let of_run = RunPacks::new(compared, seeds);
    let packs = of_run.all(of_run.about(Some(profile)));
    packs.england.into_iter().chain(packs.regions).chain(packs.authorities).collect()
}

/// The printed figures of a table, by place and indicator.
pub fn printed(protected: &Protected) -> BTreeMap<(&str, u16), &PrintedFigure> {
    protected.table().figures.iter().map(|figure| ((figure.code.as_str(), figure.indicator), figure)).collect()
}

/// The same children are asked both, so that the second is met by those who do not meet the first.
fn figures(year: &Year) -> Vec<Figure> {
    let add = |list: &[Children]| list.iter().fold([0, 0], |[met, not], [more, more_not]| [met + more, not + more_not]);
    let mut places = vec![(
        Level::National,
        ENGLAND_CODE.to_owned(),
        ENGLAND_NAME.to_owned(),
        add(&year.concat()),
        year.concat().len(),
    )];
    for (region, list) in year.iter().enumerate() {
        places.push((Level::Regional, format!("E1200000{region}"), format!("Region {region}"), add(list), list.len()));
    }
    let mut authorities = Vec::new();
    for (region, list) in year.iter().enumerate() {
        for (at, children) in list.iter().enumerate() {
            let code = code(region, at);
            authorities.push((Level::LocalAuthority, code.clone(), format!("La {code}"), *children, 0));
        }
    }
    authorities.sort_by(|one, other| one.1.cmp(&other.1));
    places.extend(authorities);
    let figure = |(level, code, name, [met, not], listed): &(Level, String, String, Children, usize),
                  indicator: u16| {
        let numerator = if indicator == INDICATORS[0] { *met } else { *not };
        Figure {
            level: *level,
            code: code.clone(),
            name: name.clone(),
            indicator,
            status: if met + not == 0 { Status::NoDenominator } else { Status::Ok },
            numerator,
            squares: numerator,
            denominator: met + not,
            population: met + not,
            cover_too_short: false,
            behind: (*level != Level::LocalAuthority)
                .then_some(Behind { available: *listed as u32, listed: *listed as u32 }),
            doubt: Default::default(),
        }
    };
    places.iter().flat_map(|place| INDICATORS.map(|indicator| figure(place, indicator))).collect()
}
