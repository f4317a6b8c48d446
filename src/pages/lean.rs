//! Pages without what only those read who work on their templates: quotation marks that HTML does not ask for, end tags that it
//! lets be left out, blank lines; comments and blanks in the style and the script.
//!
//! WHATWG. HTML: optional tags (13.1.2.4), unquoted attribute values (13.1.2.3).

use crate::wording::names::unbroken;
use memchr::{memchr, memmem};

/// End tags that nothing but another part of the same list or table follows.
const ENDS: [&str; 8] = ["</td>", "</th>", "</tr>", "</thead>", "</tbody>", "</li>", "</dt>", "</dd>"];
/// Elements whose text is no HTML.
const RAW: [(&str, &str); 2] = [("<style", "</style>"), ("<script", "</script>")];

/// A page.
pub(super) fn page(page: &str) -> String {
    let mut lean = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((tag, after)) = next_tag(&mut lean, rest) {
        rest = after;
        if tag.starts_with("</") {
            if !ENDS.contains(&tag) {
                lean.push_str(tag);
            }
            continue;
        }
        put_tag(&mut lean, tag);
        // All of the following begin so.
        if !tag.starts_with("<s") {
            continue;
        }
        let raw = RAW.iter().find(|(begin, _)| tag.starts_with(begin)).map(|(_, end)| *end);
        let end = raw.or_else(|| is_drawn(tag).then_some("</svg>"));
        if let Some(length) = end.and_then(|end| memmem::find(rest.as_bytes(), end.as_bytes())) {
            lean.push_str(&rest[..length]);
            rest = &rest[length..];
        }
    }
    put_text(&mut lean, rest);
    lean
}

/// Whether a drawing begins that is lean already.
fn is_drawn(tag: &str) -> bool {
    tag.starts_with("<svg viewBox") && tag.contains(" role=img ")
}

/// The next tag and what is after it; what is before it is put down.
fn next_tag<'page>(lean: &mut String, rest: &'page str) -> Option<(&'page str, &'page str)> {
    let begin = memchr(b'<', rest.as_bytes())?;
    let length = memchr(b'>', &rest.as_bytes()[begin..])? + 1;
    put_text(lean, &rest[..begin]);
    Some(rest[begin..].split_at(length))
}

fn put_text(lean: &mut String, text: &str) {
    let text = &*unbroken(text);
    if text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_whitespace()) {
        lean.push(if text.contains('\n') { '\n' } else { ' ' });
    } else {
        lean.push_str(text);
    }
}

fn put_tag(lean: &mut String, tag: &str) {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        lean.push_str(before);
        lean.push('=');
        let Some(quoted) = after.strip_prefix('"') else {
            rest = after;
            continue;
        };
        let Some((value, after)) = quoted.split_once('"') else {
            rest = after;
            break;
        };
        // A slash right after it would become part of it.
        if is_plain(value) && !after.starts_with('/') {
            lean.push_str(value);
        } else {
            lean.extend(["\"", value, "\""]);
        }
        rest = after;
    }
    lean.push_str(rest);
}

/// Whether a value needs no quotation marks.
fn is_plain(value: &str) -> bool {
    let asks = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'=' | b'<' | b'>' | b'`');
    !value.is_empty() && !value.bytes().any(asks)
}

/// A style.
pub(super) fn style(style: &str) -> String {
    let mut lean = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(character) = rest.chars().next() {
        let length = match character {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => {
                let end = rest[1..].find('"').map_or(rest.len(), |end| end + 2);
                lean.push_str(&rest[..end]);
                end
            }
            blank if blank.is_ascii_whitespace() => {
                let next = rest.trim_start();
                let is_needed = !next.is_empty() && !next.starts_with(['{', '}', ';', ',', '>', '/']);
                if is_needed && !lean.is_empty() && !lean.ends_with(['{', '}', ';', ',', '>', ':', ' ']) {
                    lean.push(' ');
                }
                rest.len() - next.len()
            }
            other => {
                if other == '}' && lean.ends_with(';') {
                    lean.pop();
                }
                lean.push(other);
                other.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    lean
}

/// A script of which every line is whole: without comments and what its lines begin with.
pub(super) fn script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_the_same_in_fewer_characters() {
        for (full, lean) in [
            (
                "<th scope=\"row\">A</th>\n<td class=\"cell better\">1</td></tr>\n\n",
                "<th scope=row>A\n<td class=\"cell better\">1\n",
            ),
            ("<a href=\"a.html#ni=62\">b</a>  <b id=\"c\">d</b>", "<a href=\"a.html#ni=62\">b</a> <b id=c>d</b>"),
            ("<circle cx=\"5\" r=\"4\"/><p title=\"\">a  b</p>", "<circle cx=5 r=\"4\"/><p title=\"\">a  b</p>"),
            (
                "<ul><li>a</li>\n</ul><style>a { b: \"</td>\" }</style>",
                "<ul><li>a\n</ul><style>a { b: \"</td>\" }</style>",
            ),
            ("a < b", "a < b"),
        ] {
            assert_eq!(page(full), lean);
        }
    }

    #[test]
    fn a_style_means_the_same_in_fewer_characters() {
        for (full, lean) in [
            ("a, b > c { d: e  f; }\n\ng { h: 0 }\n", "a,b>c{d:e f}g{h:0}"),
            (".a :focus { content: \"\\25B2  low; to\"; }", ".a :focus{content:\"\\25B2  low; to\"}"),
            ("/* of */\na { b: calc(1rem - 2%) }\n/* c */ d { }", "a{b:calc(1rem - 2%)}d{}"),
            ("@media (max-width: 4rem) {\n  a { b: c; }\n}\n", "@media (max-width:4rem){a{b:c}}"),
        ] {
            assert_eq!(style(full), lean);
        }
    }

    #[test]
    fn a_script_keeps_its_lines() {
        assert_eq!(script("\n\"use strict\";\n  // Why.\n  go(\"//a\");\n"), "\"use strict\";\ngo(\"//a\");\n");
    }
}
