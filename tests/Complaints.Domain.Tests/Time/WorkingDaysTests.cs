using Complaints.Domain.Time;

namespace Complaints.Domain.Tests.Time;

public class WorkingDaysTests
{
    [Fact]
    public void A_length_is_never_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDays(-1));

    [Fact]
    public void Lengths_add_up_and_compare()
    {
        var five = new WorkingDays(5);
        var ten = new WorkingDays(10);

        Assert.Equal(new WorkingDays(15), five + ten);
        Assert.Equal(15, WorkingDays.Add(five, ten).Count);
        Assert.True(five < ten && ten > five && five <= ten && ten >= five);
        Assert.Equal("10 working days", ten.ToString());
        Assert.Equal("1 working day", new WorkingDays(1).ToString());
        Assert.Equal(0, default(WorkingDays).Count);
    }
}
