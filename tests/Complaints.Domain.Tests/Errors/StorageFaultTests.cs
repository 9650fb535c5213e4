using Complaints.Domain.Errors;

namespace Complaints.Domain.Tests.Errors;

public class StorageFaultTests
{
    [Fact]
    public void A_folder_without_permission_is_the_users_to_put_right_and_is_named()
    {
        UserException? fault = StorageFault.Of(
            new UnauthorizedAccessException("Access to the path '/data/w/generations' is denied."), "/data/w");

        Assert.NotNull(fault);
        Assert.Contains("/data/w/generations", fault.What, StringComparison.Ordinal);
        Assert.Equal("/data/w", fault.Where);
        Assert.NotNull(fault.Fix);
    }

    [Fact]
    public void A_full_disk_is_told_whoever_met_it()
    {
        Exception[] full =
        [
            new IOException("No space left on device : '/data/w/staging/next'", 28),
            new IOException("There is not enough space on the disk.", unchecked((int)0x80070070)),
            new InvalidOperationException("IO Error: could not write: No space left on device"),
            new InvalidOperationException("outer", new IOException("Disk quota exceeded", 122)),
        ];

        Assert.All(full, error => Assert.Equal("The disk is full.", StorageFault.Of(error)?.What));
    }

    [Fact]
    public void A_path_that_cannot_be_made_is_a_fault_of_storage_only_where_it_is_known_to_be_the_users()
    {
        var error = new FileNotFoundException("Could not find file '/proc/x/generations'.");

        Assert.Equal("/proc/x", StorageFault.Of(error, "/proc/x")?.Where);
        Assert.Null(StorageFault.Of(error));
    }

    [Fact]
    public void Nothing_else_is_blamed_on_the_disk()
    {
        Assert.Null(StorageFault.Of(new InvalidOperationException("a defect"), "/data/w"));
        Assert.Null(StorageFault.Of(new UserException("It is being written.", inner: new UnauthorizedAccessException()), "/data/w"));
    }
}
