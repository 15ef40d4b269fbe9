using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>What grains are called with and answer, from server to server.</summary>
public sealed class ContractCodecTests
{
    private readonly Serializer _serializer = new ServiceCollection().AddSerializer(SiloSetup.AddContracts).BuildServiceProvider().GetRequiredService<Serializer>();

    public static TheoryData<object> Contracts =>
    [
        new CommandEnvelope("an-id", new Go("LX 2", 7), 1234),
        new CompanyEnvelope("an-id", new Ban("p-troll", WithAddress: true, "shot the cast")),
        new CommandAnswer(false, "the doors are closed", 3),
        new PlaybillEntry("hamlet-1", "Hamlet", ShowState.Running, true, [], []),
        new ClientConduct(1, 2, 3),
        new Sender("p-anna", IsBot: true),
    ];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_contract_arrives_as_it_was_sent(object sent)
    {
        var arrived = Send(sent);

        Assert.Equal(sent.GetType(), arrived?.GetType());
        Assert.Equivalent(sent, arrived, strict: true);
    }

    [Fact]
    public void Productions_and_lists_of_scopes_arrive_as_they_were_sent()
    {
        var source = BundledProduction.Hamlet;
        var arrived = (ProductionSource)Send(source)!;
        Assert.Equal((source.Id, source.Yaml, source.PlayFile), (arrived.Id, arrived.Yaml, arrived.PlayFile));
        Assert.Equal(source.PlayBytes, arrived.PlayBytes);
        Assert.Equal(source.Files!.Select(file => file.Hash), arrived.Files!.Select(file => file.Hash));

        var sender = (CompanySender)Send(new CompanySender("p-anna", ["call", "cast"]))!;
        Assert.Equal(["call", "cast"], sender.Scopes);
    }

    [Fact]
    public void The_same_contract_twice_in_a_message_arrives_twice()
    {
        var answer = new CommandAnswer(true, null, 1);

        Assert.Equal([answer, answer], Assert.IsType<object[]>(Send(new object[] { answer, answer })));
    }

    [Fact]
    public void What_is_no_contract_is_refused()
    {
        Assert.ThrowsAny<Exception>(() => Send(new System.Text.StringBuilder("anything")));
    }

    [Fact]
    public void Bytes_that_are_no_contract_are_refused()
    {
        var bytes = _serializer.SerializeToArray<object>(new CommandEnvelope("an-id", new Go("LX 2")));
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            Assert.ThrowsAny<Exception>(() => _serializer.Deserialize<object>(bytes.AsMemory(0, cut)));
        }
    }

    private object? Send(object sent) => _serializer.Deserialize<object>(_serializer.SerializeToArray(sent));

}
