using System.Xml.Linq;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace VirtualStage.Architecture.Tests;

public sealed class RoomTests
{
    public static TheoryData<string> All { get; } = new(Rooms.MayUse.Keys);

    [Theory]
    [MemberData(nameof(All))]
    public void A_room_uses_only_the_rooms_that_it_may(string room)
    {
        foreach (var other in Rooms.MayUse.Keys.Except(Rooms.MayUse[room]).Where(other => other != room))
        {
            Types().That().ResideInAssembly(Assembly.Load(room))
                .Should().NotDependOnAny(Types().That().ResideInAssembly(Assembly.Load(other)))
                .Because($"{room} may use {string.Join(", ", Rooms.MayUse[room].DefaultIfEmpty("no other room"))}")
                .Check(Rooms.House);
        }
    }

    [Fact]
    public void Every_project_is_a_room_of_the_table() =>
        Assert.Equal(Rooms.MayUse.Keys.Order(), Rooms.Projects.Select(Rooms.AssemblyOf).Order());

    [Fact]
    public void No_project_refers_to_a_room_that_it_may_not_use()
    {
        foreach (var project in Rooms.Projects)
        {
            var references = XDocument.Load(project).Descendants("ProjectReference")
                .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
                .Select(reference => Path.Combine(Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value));
            Assert.Subset(
                Rooms.MayUse[Rooms.AssemblyOf(project)].ToHashSet(),
                references.Select(Rooms.AssemblyOf).ToHashSet());
        }
    }

    [Fact]
    public void Only_its_command_uses_the_training_room_so_that_nothing_else_loads_it()
    {
        var users = Rooms.UsesOf("virtualstage")
            .Where(use => use.Target.FullName.StartsWith("VirtualStage.Scheduling.Training.", StringComparison.Ordinal))
            .Select(use => use.Origin.FullName.Split('+', '/')[0])
            .Distinct();

        Assert.Equal(["VirtualStage.Server.Commands.TrainRun"], users);
    }

    [Fact]
    public void The_program_stays_a_table_of_contents()
    {
        var lines = File.ReadAllLines(Path.Combine(Rooms.Root, "server", "VirtualStage.Server", "Program.cs"));
        Assert.InRange(lines.Length, 1, 25);
    }
}
