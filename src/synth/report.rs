//! A return: what an authority reports about its children for one year.

use super::adoption::Adoption;
use super::authority::Character;
use super::chance::Chance;
use super::life::Life;
use super::table::{Sheet, Style, Table};
use super::{attainment, health, leaver};
use crate::day::Day;

/// One authority's return for one year.
#[derive(Debug)]
pub(crate) struct Return {
    /// The year it ends, on 31 March.
    pub(crate) year: i32,
    header: Sheet,
    episodes: Sheet,
    reviews: Sheet,
    oc2: Sheet,
    oc3: Sheet,
    ad1: Sheet,
    attainment: Sheet,
}

impl Return {
    fn empty(year: i32, style: &Style) -> Return {
        let sheet = || Sheet::new(style.clone());
        Return {
            year,
            header: sheet(),
            episodes: sheet(),
            reviews: sheet(),
            oc2: sheet(),
            oc3: sheet(),
            ad1: sheet(),
            attainment: sheet(),
        }
    }

    /// The return of an authority of this character for these lives.
    pub(crate) fn of(lives: &[Life], year: i32, character: &Character, style: &Style) -> Return {
        let mut made = Return::empty(year, style);
        for life in lives {
            made.add(life, character);
        }
        made
    }

    /// The rows of a table.
    pub(crate) fn sheet(&self, table: Table) -> &Sheet {
        match table {
            Table::Header => &self.header,
            Table::Episodes => &self.episodes,
            Table::Reviews => &self.reviews,
            Table::Oc2 => &self.oc2,
            Table::Oc3 => &self.oc3,
            Table::Ad1 => &self.ad1,
            Table::Attainment => &self.attainment,
        }
    }

    /// The rows of a table, for adding to.
    pub(crate) fn sheet_mut(&mut self, table: Table) -> &mut Sheet {
        match table {
            Table::Header => &mut self.header,
            Table::Episodes => &mut self.episodes,
            Table::Reviews => &mut self.reviews,
            Table::Oc2 => &mut self.oc2,
            Table::Oc3 => &mut self.oc3,
            Table::Ad1 => &mut self.ad1,
            Table::Attainment => &mut self.attainment,
        }
    }

    fn add(&mut self, life: &Life, character: &Character) {
        let year_end = Day::thirty_first_of_march(self.year);
        let mut chance = Chance::in_year(life.seed, self.year);
        let in_care = self.add_episodes(life, year_end);
        let leaver = life.is_care_leaver_of(self.year) && leaver::add_row(&mut self.oc3, life, character, &mut chance);
        if in_care || leaver {
            add_header(&mut self.header, life, year_end);
        }
        if !in_care {
            return;
        }
        self.add_reviews(life);
        // AD1 is for children adopted in the year; earlier steps are reported with the order.
        if let Some(adoption) = life.adoption.as_ref().filter(|adoption| adoption.adopted.return_year() == self.year) {
            add_adoption(&mut self.ad1, life, adoption);
        }
        if life.looked_after_for_a_year_on(year_end) {
            health::add_row(&mut self.oc2, life, year_end, character, &mut chance);
            attainment::add_row(&mut self.attainment, life, self.year, character, &mut chance);
        }
    }

    /// Adds the episodes in the year. Returns whether there are any.
    fn add_episodes(&mut self, life: &Life, year_end: Day) -> bool {
        let before = self.episodes.rows;
        for episode in life.episodes().filter(|episode| episode.is_in_return_of(self.year)) {
            let row = self.episodes.about(life.child).day(episode.start);
            row.text(episode.began).text(episode.legal_status).text(episode.need);
            row.text(episode.placement.place).text(episode.placement.provider);
            // An end after the year is not known yet.
            if episode.end <= year_end {
                row.day(episode.end).text(episode.ended).text(episode.change);
            } else {
                row.blanks(3);
            }
            row.sector(episode.home).sector(episode.placement.sector);
            match episode.placement.registration {
                Some(number) => row.text(&format!("SC0{number}")),
                None => row.blanks(1),
            };
            row.end();
        }
        self.episodes.rows > before
    }

    fn add_reviews(&mut self, life: &Life) {
        for review in life.periods.iter().flat_map(|period| &period.reviews) {
            if review.held.return_year() == self.year {
                let row = self.reviews.about(life.child).day(life.reported_birth());
                row.day(review.held).text(review.participation).end();
            }
        }
    }
}

fn add_header(header: &mut Sheet, life: &Life, year_end: Day) {
    let row = header.about(life.child).text(life.sex).day(life.reported_birth()).text(life.ethnic).blanks(1);
    // Girls who have short breaks only are not asked whether they are mothers; a few of the other older girls are.
    let asked = life.sex == "2" && !life.periods.is_empty();
    let child_born = life.reported_birth().birthday(16).plus_months((life.seed % 20) as i32);
    if asked && life.seed.is_multiple_of(14) && child_born <= year_end {
        row.flag(true).day(child_born);
    } else if asked && life.reported_birth().age_on(year_end) >= 12 {
        row.flag(false).blanks(1);
    } else {
        row.blanks(2);
    }
    row.end();
}

fn add_adoption(ad1: &mut Sheet, life: &Life, adoption: &Adoption) {
    let (number, sex, legal_status) = adoption.adopters;
    let row = ad1.about(life.child).day(life.reported_birth()).day(adoption.decided).day(adoption.matched);
    row.flag(adoption.by_foster_carers).text(number).text(sex).text(legal_status).end();
}
