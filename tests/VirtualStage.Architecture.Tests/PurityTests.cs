using System.Text.RegularExpressions;
using ArchUnitNET.Domain.Dependencies;

namespace VirtualStage.Architecture.Tests;

public sealed partial class PurityTests
{
    /// <summary>The one class of a pure room that may touch files.</summary>
    private const string FileReader = "VirtualStage.Productions.Scripts.Reading.ProductionFolder";

    [Theory]
    [InlineData("VirtualStage.Productions")]
    [InlineData("VirtualStage.Stage")]
    [InlineData("VirtualStage.Osc")]
    [InlineData("VirtualStage.Recordings")]
    public void A_pure_room_knows_no_file_no_network_and_no_server(string room) => Assert.Empty(Rooms.UsesOf(room)
        .Where(use => OutsideWorld().IsMatch(use.Target.FullName) && !use.Origin.FullName.StartsWith(FileReader, StringComparison.Ordinal))
        .Select(Told)
        .Distinct());

    [Theory]
    [InlineData("VirtualStage.Productions")]
    [InlineData("VirtualStage.Stage")]
    [InlineData("VirtualStage.Osc")]
    [InlineData("VirtualStage.Recordings")]
    public void A_pure_room_has_no_clock_of_its_own(string room) => Assert.Empty(Rooms.UsesOf(room)
        .OfType<MethodCallDependency>()
        .Where(call => Clock().IsMatch(call.TargetMember.FullName))
        .Select(call => $"{call.OriginMember.FullName} calls {call.TargetMember.FullName}")
        .Distinct());

    [Fact]
    public void These_tests_see_what_a_room_does()
    {
        Assert.Contains(Rooms.UsesOf("VirtualStage.Productions"), use =>
            OutsideWorld().IsMatch(use.Target.FullName) && use.Origin.FullName.StartsWith(FileReader, StringComparison.Ordinal));
        Assert.Contains(Rooms.UsesOf("VirtualStage.Bots").OfType<MethodCallDependency>(), call => Clock().IsMatch(call.TargetMember.FullName));
    }

    private static string Told(ITypeDependency use) => $"{use.Origin.FullName} uses {use.Target.FullName}";

    [GeneratedRegex(@"^(System\.IO\.(File|Directory|Drive|RandomAccess)|System\.Net\.|System\.Diagnostics\.Process|Orleans\.|Microsoft\.(AspNetCore|Extensions|Data)\.)")]
    private static partial Regex OutsideWorld();

    [GeneratedRegex(@"System\.(DateTime|DateTimeOffset)::get_(Now|UtcNow|Today)|System\.Diagnostics\.Stopwatch::|System\.Environment::get_TickCount|System\.TimeProvider::get_System")]
    private static partial Regex Clock();
}
