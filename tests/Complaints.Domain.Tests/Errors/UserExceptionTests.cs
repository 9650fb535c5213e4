using Complaints.Domain.Errors;

namespace Complaints.Domain.Tests.Errors;

public class UserExceptionTests
{
    [Fact]
    public void The_message_holds_every_part_on_its_own_line()
    {
        var error = new UserException(
            "'31/02/2024' is not a date.", "cases.csv, line 7, column Received", "dd/mm/yyyy", "correct the cell");

        Assert.Equal(
            "'31/02/2024' is not a date.\n  where: cases.csv, line 7, column Received\n  expected: dd/mm/yyyy\n  fix: correct the cell",
            error.Message);
    }

    [Fact]
    public void Parts_that_are_missing_leave_no_empty_line() =>
        Assert.Equal("It is not there.", new UserException("It is not there.").Message);

    [Fact]
    public void A_usage_error_is_the_users_too_and_keeps_its_cause()
    {
        var cause = new FormatException();
        var error = new UsageException("--year is missing.", fix: "add --year 2024/25", inner: cause);

        Assert.IsAssignableFrom<UserException>(error);
        Assert.Same(cause, error.InnerException);
        Assert.Equal("add --year 2024/25", error.Fix);
        Assert.Null(error.Where);
    }

    [Fact]
    public void An_error_without_words_is_a_fault_of_ours() =>
        Assert.Throws<ArgumentException>(() => new UserException(" "));
}
