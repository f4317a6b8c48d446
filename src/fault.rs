//! Faults: what the system says of a failure, an error of any kind with its remedy, and what a panic prints.
//!
//! The words of a panic can hold a cell of a return, so they are never printed.

use miette::Diagnostic;
use std::any::Any;
use std::cell::Cell;
use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::Path;

/// A failure of the system, in plain words where there are any, and never with its number.
#[derive(Debug)]
pub struct SystemError(io::Error);

impl SystemError {
    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind()
    }
}

impl From<io::Error> for SystemError {
    fn from(error: io::Error) -> SystemError {
        SystemError(error)
    }
}

impl fmt::Display for SystemError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.kind() {
            ErrorKind::NotFound => "the path does not exist",
            ErrorKind::PermissionDenied => "permission denied",
            ErrorKind::AlreadyExists => "something of that name already exists",
            ErrorKind::NotADirectory => "a part of the path is a file",
            ErrorKind::IsADirectory => "it is a folder",
            ErrorKind::StorageFull => "the disk is full",
            ErrorKind::FileTooLarge => "the file would be larger than is allowed here (ulimit -f)",
            ErrorKind::QuotaExceeded => "your share of the disk is full",
            ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
            ErrorKind::InvalidFilename => "the name is too long, or not allowed",
            _ => return formatter.write_str(without_number(&self.0.to_string())),
        })
    }
}

/// Without a source: the words of the system would say the same again.
impl Error for SystemError {}

/// `Bad address` of `Bad address (os error 14)`.
fn without_number(words: &str) -> &str {
    words.split_once(" (os error").map_or(words, |(words, _)| words)
}

/// An error of a library whose words hold those of its sources already, so that it ends the chain.
#[derive(Debug)]
pub struct Leaf<E>(E);

impl<E> From<E> for Leaf<E> {
    fn from(error: E) -> Leaf<E> {
        Leaf(error)
    }
}

impl<E: fmt::Display> fmt::Display for Leaf<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<E: fmt::Debug + fmt::Display> Error for Leaf<E> {}

/// An error of any kind, which keeps its source and its remedy.
#[derive(Debug)]
pub struct AnyError(Box<dyn Diagnostic + Send + Sync>);

impl AnyError {
    /// The error given, whatever its type.
    pub(crate) fn new(error: impl Diagnostic + Send + Sync + 'static) -> AnyError {
        AnyError(Box::new(error))
    }
}

impl fmt::Display for AnyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Error for AnyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl Diagnostic for AnyError {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.0.help()
    }
}

/// An error and what lies below it, in one line.
pub(crate) fn in_one_line(error: &dyn Error) -> String {
    let mut words = error.to_string();
    let mut below = error.source();
    while let Some(source) = below {
        words.push_str(&format!(": {source}"));
        below = source.source();
    }
    words
}

/// An error's message and its remedy.
#[cfg(test)]
pub(crate) fn with_help(error: &dyn Diagnostic) -> String {
    let help = error.help().map_or("no help".to_owned(), |help| help.to_string());
    format!("{}: {help}", in_one_line(error))
}

/// Lets a file that grows beyond a limit (`ulimit -f`) be an error like that of a full disk, in place of the end of the
/// process.
pub fn take_limits_as_errors() {
    #[cfg(unix)]
    {
        use signal_hook::{consts::SIGXFSZ, flag};
        // That the signal came is said by the write that failed; where it cannot be taken, it ends the process as ever.
        let _ = flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}

/// Sets what a panic prints: what a user can do, in place of its own words.
pub fn set_panic_hook() {
    panic::set_hook(Box::new(|fault| {
        let caught = match CATCHING.get() {
            Catching::Nothing => false,
            Catching::FailuresOfTheSystem => of_the_system(fault.payload()).is_some(),
            Catching::Everything => true,
        };
        if !caught {
            // Standard error may be closed or full, which would be a second panic.
            let _ = writeln!(io::stderr(), "{}", in_words(fault));
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
        "stocktake {} stopped: internal error{place}. Please report it to whoever gave you the program, with the command \
         but without the returns.",
        env!("CARGO_PKG_VERSION")
    )
}

/// What is caught of panics.
#[derive(Debug, Clone, Copy)]
enum Catching {
    Nothing,
    FailuresOfTheSystem,
    Everything,
}

thread_local! {
    /// What is caught in this thread.
    static CATCHING: Cell<Catching> = const { Cell::new(Catching::Nothing) };
}

/// Calls a library that panics on some damaged files; none where it did.
pub(crate) fn unless_damaged<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = CATCHING.replace(Catching::Everything);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    CATCHING.set(before);
    done.ok()
}

/// Calls a library that panics on failures of the system, such as a full disk, and gives such a failure back as an
/// error. Any other panic goes on.
///
/// # Errors
/// What the system said.
pub(crate) fn system_failures_in<T>(work: impl FnOnce() -> T) -> Result<T, SystemError> {
    let before = CATCHING.replace(Catching::FailuresOfTheSystem);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    CATCHING.set(before);
    done.map_err(|fault| match of_the_system(&*fault) {
        Some(error) => error,
        None => panic::resume_unwind(fault),
    })
}

/// The error of the system that was unwrapped, from the words of the panic: `... Os { code: 28, kind: StorageFull, ...`.
fn of_the_system(fault: &dyn Any) -> Option<SystemError> {
    let words = fault.downcast_ref::<String>()?;
    let (_, error) = words.split_once("Os { code: ")?;
    let (code, _) = error.split_once(',')?;
    Some(io::Error::from_raw_os_error(code.parse().ok()?).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The system's number of a full disk.
    const DISK_FULL: i32 = if cfg!(windows) { 112 } else { 28 };

    #[test]
    fn a_failure_of_the_system_is_in_plain_words() {
        let numbers = if cfg!(windows) { [2, 5, DISK_FULL] } else { [2, 13, DISK_FULL] };
        for (number, words) in
            numbers.into_iter().zip(["the path does not exist", "permission denied", "the disk is full"])
        {
            let error = SystemError::from(io::Error::from_raw_os_error(number));
            assert_eq!(error.to_string(), words);
            assert!(error.source().is_none());
        }
        assert_eq!(without_number("Bad address (os error 14)"), "Bad address");
        assert_eq!(SystemError::from(io::Error::other("a loop of links")).to_string(), "a loop of links");
    }

    #[test]
    fn a_full_disk_in_a_library_that_panics_is_an_error() {
        let write = || Err::<(), io::Error>(io::Error::from_raw_os_error(DISK_FULL));
        let full = || write().expect("cannot write");
        assert_eq!(system_failures_in(full).unwrap_err().kind(), ErrorKind::StorageFull);
        assert!(matches!(CATCHING.get(), Catching::Nothing));
    }

    #[test]
    fn a_library_that_panics_on_a_damaged_file_has_read_nothing() {
        assert_eq!(unless_damaged(|| [1, 2][std::hint::black_box(1)]), Some(2));
        assert_eq!(unless_damaged(|| [1, 2][std::hint::black_box(2)]), None);
        assert!(matches!(CATCHING.get(), Catching::Nothing));
    }

    #[test]
    fn any_other_panic_goes_on() {
        let fault = panic::catch_unwind(|| system_failures_in(|| assert_eq!(1, 2, "of our own")));
        assert!(fault.is_err());
        assert_eq!(system_failures_in(|| 7).unwrap(), 7);
    }
}
