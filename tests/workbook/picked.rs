//! One area at a time: what its cells show is in the tables that their formulas look it up in. That another area can be picked
//! is tried with LibreOffice, by .ci/slides.

use super::opened::{Opened, attribute, tags, unzipped, whole};
use super::{rows, words, written};
use crate::packs::every_kind;
use calamine::Data;
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
        chart.contains("<c:f>Charts!$D$13:$F$13</c:f>") && chart.contains("<c:f>Charts!$D$14:$F$14</c:f>"),
        "{chart}"
    );
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
