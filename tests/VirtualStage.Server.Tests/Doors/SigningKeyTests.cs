using VirtualStage.Server.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Doors;

public sealed class SigningKeyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void The_first_start_makes_a_key_and_the_next_one_finds_it()
    {
        var key = SigningKey.In(_folder.Path);

        Assert.Equal(32, key.Bytes.Length);
        Assert.Equal(key.Bytes, SigningKey.In(_folder.Path).Bytes);
    }

    [Fact]
    public void No_two_theatres_have_the_same_key()
    {
        using var other = new TempFolder();

        Assert.NotEqual(SigningKey.In(_folder.Path).Bytes, SigningKey.In(other.Path).Bytes);
    }

    [Fact]
    public void Only_the_owner_of_the_file_may_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes");
            return;
        }

        SigningKey.In(_folder.Path);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["signing.key"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_file_of_another_length_is_no_key_and_is_kept(int length)
    {
        File.WriteAllBytes(_folder["signing.key"], new byte[length]);

        var error = Assert.Throws<InvalidDataException>(() => SigningKey.In(_folder.Path));

        Assert.Contains($"holds {length} bytes", error.Message);
        Assert.Equal(length, new FileInfo(_folder["signing.key"]).Length);
    }

    public void Dispose() => _folder.Dispose();
}
