//! Faults: what is said where the program itself, or a library that it uses, comes upon one.
//!
//! A fault's own words can hold a cell of a return, so they are never printed.

use std::any::Any;
use std::cell::Cell;
use std::io::{Error, ErrorKind};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::Path;

thread_local! {
    /// Whether failures of the system are caught in this thread.
    static CATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Has faults say, instead of their own words, what a user can do.
pub fn say_what_to_do() {
    panic::set_hook(Box::new(|fault| {
        if !(CATCHING.get() && of_the_system(fault.payload()).is_some()) {
            eprintln!("{}", in_words(fault));
        }
    }));
}

fn in_words(fault: &PanicHookInfo<'_>) -> String {
    let place = fault.location().map_or_else(String::new, |location| {
        // The folders are those of the machine that built it.
        let file = Path::new(location.file()).file_name().unwrap_or_default().to_string_lossy();
        format!(" ({file}, line {})", location.line())
    });
    format!(
        "stocktake {} came upon a fault of its own{place} and stopped. Please tell those who gave you the program, with the \
         command but without the returns.",
        env!("CARGO_PKG_VERSION")
    )
}

/// Does what a library is asked that has no errors for some failures of the system, such as a disk that is full, but
/// panics; what the system said of such a failure. Any other fault goes on.
///
/// # Errors
/// What the system said.
pub fn system_failures_in<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let before = CATCHING.replace(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    CATCHING.set(before);
    done.map_err(|fault| match of_the_system(&*fault) {
        Some(said) => said,
        None => panic::resume_unwind(fault),
    })
}

/// `No space left on device`, of a fault that an error of the system was unwrapped into.
fn of_the_system(fault: &dyn Any) -> Option<String> {
    let words = fault.downcast_ref::<String>()?;
    let (_, error) = words.split_once("Os { code: ")?;
    let (_, message) = error.split_once("message: \"")?;
    Some(message.split_once('"')?.0.to_owned())
}

/// What the system said of a failure, in plain words where there are any: never its number.
pub fn plainly(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "the path is not there".to_owned(),
        ErrorKind::PermissionDenied => "you may not: the system does not allow it".to_owned(),
        ErrorKind::AlreadyExists => "something of that name is there already".to_owned(),
        ErrorKind::NotADirectory => "a part of the path is a file".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "your share of the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        ErrorKind::InvalidFilename => "the name is too long, or not allowed".to_owned(),
        _ => without_number(&error.to_string()),
    }
}

/// `Bad address` of `Bad address (os error 14)`.
fn without_number(said: &str) -> String {
    said.split_once(" (os error").map_or(said, |(words, _)| words).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_said_in_plain_words() {
        for (number, said) in
            [(2, "the path is not there"), (17, "something of that name is there already"), (28, "the disk is full")]
        {
            assert_eq!(plainly(&Error::from_raw_os_error(number)), said);
        }
        assert_eq!(without_number("Bad address (os error 14)"), "Bad address");
        assert_eq!(plainly(&Error::other("a fault of another kind")), "a fault of another kind");
    }

    #[test]
    fn a_failure_of_the_system_is_an_error() {
        let write = || Err::<(), Error>(Error::from_raw_os_error(28));
        let full = || write().expect("cannot write");
        assert_eq!(system_failures_in(full), Err("No space left on device".to_owned()));
        assert!(!CATCHING.get());
    }

    #[test]
    fn another_fault_goes_on() {
        let fault = panic::catch_unwind(|| system_failures_in(|| assert_eq!(1, 2, "of our own")));
        assert!(fault.is_err());
        assert_eq!(system_failures_in(|| 7), Ok(7));
    }
}
