using System.Net.Sockets;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Domain.Tests.Storage;

/// <summary>A file that was replaced by a pipe made its readers wait without end, and one replaced by a device filled the memory.</summary>
public sealed class RegularFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaints-regular-");

    private string Name => Path.Combine(_folder.FullName, "name");

    [Theory]
    [InlineData("pipe", "pipe")]
    [InlineData("socket", "pipe")]
    [InlineData("device", "device")]
    [InlineData("link to a pipe", "pipe")]
    [InlineData("folder", "folder")]
    [InlineData("link to a folder", "folder")]
    public void What_is_no_file_is_told_without_opening_it(string kind, string told)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere nothing tells a pipe from an empty file");
        using Socket? socket = kind == "socket" ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : null;
        socket?.Bind(new UnixDomainSocketEndPoint(Name));
        if (socket is null)
        {
            OddFile.Put(Name, kind);
        }

        UserException refused = Assert.Throws<UserException>(() => RegularFile.ReadAllBytes(Name, 10));
        Assert.Contains(told, refused.What, StringComparison.Ordinal);
        Assert.Equal(Name, refused.Where);
    }

    [Fact]
    public void A_file_passes_up_to_its_limit_through_a_link_too()
    {
        File.WriteAllText(Name, "12345");
        string link = Name + ".link";
        File.CreateSymbolicLink(link, Name);

        Assert.Equal("12345", RegularFile.ReadAllText(link, 5));
        UserException refused = Assert.Throws<UserException>(() => RegularFile.ReadAllText(link, 4));
        Assert.Equal("The file has 5 bytes.", refused.What);
        Assert.Contains("4", refused.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_and_an_empty_file_pass()
    {
        RegularFile.Require(Name);
        File.WriteAllText(Name, "");
        Assert.Empty(RegularFile.ReadAllBytes(Name, 10));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
