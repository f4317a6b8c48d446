//! Every rule of the checks, one file each, in folders by what the rules are about.
//!
//! To add a rule, write a file named for its number with its `RULE` and, at the foot, a return that breaks it and one
//! that does not; then add it to the list of its folder.

mod adoption;
mod children;
mod code_lists;
mod episodes;
mod health;
mod leavers;
mod reviews;

use super::rule::Rule;

/// Every rule, folder by folder.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let folders = [children::RULES, episodes::RULES, reviews::RULES, health::RULES, adoption::RULES, leavers::RULES];
    folders.into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_own_number_and_says_what_to_do() {
        let numbers: Vec<&str> = all().map(|rule| rule.number).collect();
        for (place, rule) in all().enumerate() {
            assert!(!numbers[..place].contains(&rule.number), "{} is listed twice", rule.number);
            assert!(!rule.message.is_empty() && !rule.remedy.is_empty(), "{}", rule.number);
            assert!(!rule.message.ends_with('.') && !rule.remedy.ends_with('.'), "{}", rule.number);
            assert!(!rule.needs.is_empty(), "{}", rule.number);
        }
    }
}
