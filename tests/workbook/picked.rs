//! One area at a time: what its cells show is in the tables that their formulas look it up in. That another area can be picked
//! is tried with LibreOffice, by .ci/slides.

use super::opened::{Opened, attribute, tags, unzipped, whole};
use super::{rows, words, written};
use crate::packs::every_kind;
use calamine::Data;
use stocktake::benchmark::footing::Footing;
use stocktake::pack::Packs;

/// The formulas of a worksheet, as the file has them.
fn formulas(xml: &str) -> Vec<String> {
    let formula = |element: &&str| element.split_once('>').unwrap().1.split('<').next().unwrap().to_owned();
    whole(xml, "f").iter().map(formula).collect()
}

fn part(packs: &Packs, name: &str) -> String {
    unzipped(&written(packs)).remove(name).unwrap()
}

#[test]
fn what_is_shown_first_is_what_the_formulas_give() {
    let packs = every_kind::packs();
    let bytes = written(&packs);
    let own = rows(&bytes, "your_area");
    let (figures, comparisons, targets) =
        (rows(&bytes, "figures"), rows(&bytes, "comparisons"), rows(&bytes, "targets"));
    assert_eq!(own.len(), 10);
    let number = |cell: &Data| cell.to_string().parse::<usize>().unwrap();
    for row in &own {
        let [place, of_target] = [14, 15].map(|column| number(&row[column]) - 1);
        let (figure, beside, target) = (&figures[place], &comparisons[place], &targets[of_target]);
        assert_eq!([figure[1].to_string(), figure[3].to_string()], ["991".to_owned(), row[0].to_string()]);
        assert_eq!([target[1].to_string(), target[3].to_string()], ["991".to_owned(), row[0].to_string()]);
        let looked_up = [
            &figure[10],
            &figure[11],
            &figure[12],
            &beside[7],
            &beside[9],
            &target[7],
            &target[8],
            &target[11],
            &beside[17],
            &figure[8],
            &figure[9],
            &figure[15],
        ];
        assert_eq!(words(&row[2..14]), looked_up.map(ToString::to_string));
    }
    let xml = part(&packs, "xl/worksheets/sheet3.xml");
    let formulas = formulas(&xml);
    assert_eq!(formulas.len(), 140);
    assert_eq!(formulas[0], "INDEX(figures[Value],your_area[[#This Row],[Row in Figures]])");
}

#[test]
fn every_area_can_be_picked_and_no_two_are_called_alike() {
    let packs = every_kind::packs();
    let areas: Vec<String> = rows(&written(&packs), "areas").iter().map(|row| row[0].to_string()).collect();
    let expected = [
        "England (E92000001)",
        "Northwold (E12000091)",
        "Ashbury (991)",
        "Elmstead & Fen (992)",
        "Oakham, City of (993)",
    ];
    assert_eq!(areas, expected);
    let opened = Opened::of(unzipped(&written(&packs)));
    let own = opened.sheets.iter().find(|sheet| sheet.name == "Your_area").unwrap();
    let list = &opened.sheets.iter().find(|sheet| sheet.name == "Areas").unwrap().tables[0];
    let [first, last] = [list.first[0] + 2, list.last[0] + 1];
    assert!(own.xml.contains(&format!("<formula1>Areas!$A${first}:$A${last}</formula1>")), "{}", own.xml);
    let picked = own.tables[0].first[0];
    assert_eq!(attribute(tags(&own.xml, "dataValidation")[0], "sqref"), Some(format!("A{picked}").as_str()));
    assert_eq!(own.text(picked - 1, 0), "Ashbury (991)");
    let name = format!("<definedName name=\"picked_area\">Your_area!$A${picked}</definedName>");
    assert!(opened.parts["xl/workbook.xml"].contains(&name));
}

#[test]
fn every_indicator_has_a_chart_with_words_for_it() {
    let parts = unzipped(&written(&every_kind::packs()));
    assert_eq!(parts.keys().filter(|name| name.starts_with("xl/charts/chart")).count(), 10);
    let drawing = &parts["xl/drawings/drawing1.xml"];
    assert_eq!(drawing.matches("descr=\"Columns by year for the area that is picked and for England: NI ").count(), 10);
    let chart = &parts["xl/charts/chart3.xml"];
    assert!(chart.contains("NI 62, Three or more placements (%; lower is better)"), "{chart}");
    assert!(
        chart.contains("<c:f>Charts!$D$14:$F$14</c:f>") && chart.contains("<c:f>Charts!$D$15:$F$15</c:f>"),
        "{chart}"
    );
}

#[test]
fn a_year_that_is_not_comparable_is_words_in_the_charts_and_says_why() {
    let mut packs = every_kind::packs();
    packs.authorities[1].indicators[2].footings = vec![(2010, Footing::Apart)];
    let of_england = &mut packs.england.as_mut().unwrap().indicators[2];
    of_england.footings = [2010, 2011].map(|year| (year, Footing::Apart)).to_vec();
    let bytes = written(&packs);
    let [charts, years] = ["charts", "years"].map(|table| rows(&bytes, table));
    let of_ashbury = charts.iter().position(|row| row[0] == "NI 62" && row[2] == "Ashbury (991)").unwrap();
    let note = "2010: needs earlier returns we do not have";
    assert_eq!(words(&charts[of_ashbury][3..]), ["[x]", "(16.5)", "11.1", note]);
    assert!(matches!(&charts[of_ashbury][4], Data::String(_)), "a number would be drawn");
    assert_eq!(words(&charts[of_ashbury + 1][4..]), ["(12.0)", "11.1", "[z]"], "the latest is drawn");
    let not_comparable = |code: &str| {
        let row = years.iter().find(|row| row[1] == code && row[3] == "NI 62").unwrap();
        row[row.len() - 2].to_string()
    };
    assert_eq!(["991", "992"].map(not_comparable), ["2010", "[z]"], "of a hidden year nothing is told");
    let formula = &formulas(&part(&packs, "xl/worksheets/sheet4.xml"))[12];
    let value = "INDEX(years[2010],INDEX(your_area[Row in Figures],3))";
    let apart = "INDEX(years[Not comparable],INDEX(your_area[Row in Figures],3))";
    assert_eq!(
        *formula,
        format!("IF(ISNUMBER(SEARCH(\"2010\",{apart})),\"(\"&amp;FIXED({value},1)&amp;\")\",{value})")
    );
}

#[test]
fn on_paper_there_is_no_heading_over_charts_and_no_column_for_formulas() {
    let workbook = part(&every_kind::packs(), "xl/workbook.xml");
    let name = |name: &str, sheet: &str| {
        let defined = whole(&workbook, "definedName");
        defined.into_iter().find(|defined| defined.contains(name) && defined.contains(sheet)).map(str::to_owned)
    };
    assert_eq!(name("_xlnm.Print_Titles", "Charts!"), None);
    assert!(name("_xlnm.Print_Titles", "Figures!").is_some());
    assert!(name("_xlnm.Print_Area", "Your_area!").unwrap().contains(":$N$"), "Cautions are the last");
}

#[test]
fn titles_are_headings_and_nothing_has_a_date() {
    let opened = Opened::of(unzipped(&written(&every_kind::packs())));
    let styles = &opened.parts["xl/styles.xml"];
    let xfs = whole(whole(styles, "cellXfs")[0], "xf");
    for sheet in &opened.sheets {
        let title = sheet.cells.iter().find(|cell| cell.at == [0, 0]).unwrap();
        assert_eq!(attribute(xfs[title.style], "xfId"), Some("1"), "{}", sheet.name);
    }
    assert!(styles.contains("<cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\"/>"));
    let core = &opened.parts["docProps/core.xml"];
    assert!(core.contains("<dc:language>en-GB</dc:language>") && !core.contains("dcterms:"), "{core}");
}
