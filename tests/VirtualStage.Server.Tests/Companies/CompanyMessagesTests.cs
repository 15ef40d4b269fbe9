using VirtualStage.Contracts.Company;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Companies;

public abstract class CompanyMessagesTests : DatabaseTests
{
    private readonly CompanyMessages _messages;

    protected CompanyMessagesTests(DatabaseKind kind)
        : base(kind) => _messages = new CompanyMessages(Open());

    [Fact]
    public void What_was_said_comes_back_in_order_and_as_it_was()
    {
        var first = Say("hamlet-1", "Places, please.", "c1");
        var second = _messages.Add("hamlet-1", new SaidMessage(0, 7, null, AddressKind.Person, "p-2", MessageKind.Note, "Louder 🎭"), "c2")!;
        Say("hamlet-2", "elsewhere", "c1");

        Assert.True(second.Number > first.Number);
        Assert.Equal([first, second], _messages.After("hamlet-1", 0));
        Assert.Equal([second], new CompanyMessages(Open()).After("hamlet-1", first.Number));
    }

    [Fact]
    public void The_same_command_says_it_once()
    {
        Say("hamlet-1", "Places, please.", "c1");

        Assert.Null(_messages.Add("hamlet-1", new SaidMessage(0, 9, "p-1", AddressKind.Everybody, "", MessageKind.Said, "again"), "c1"));
        Assert.Equal(["Places, please."], _messages.After("hamlet-1", 0).Select(said => said.Text));
    }

    [Fact]
    public void The_newest_of_a_performance_are_kept()
    {
        var elsewhere = Say("hamlet-2", "elsewhere", "c0");
        for (var i = 0; i < CompanyMessages.Kept + 3; i++)
        {
            Say("hamlet-1", $"{i}", $"c{i}");
        }

        Assert.Equal(Enumerable.Range(3, CompanyMessages.Kept).Select(i => $"{i}"), _messages.After("hamlet-1", 0).Select(said => said.Text));
        Assert.Equal([elsewhere], _messages.After("hamlet-2", 0));
    }

    [Fact]
    public void A_persons_words_and_what_was_said_to_them_alone_are_forgotten_and_no_number_is_given_twice()
    {
        var kept = Say("hamlet-1", "kept", "c1", "p-2");
        Say("hamlet-1", "theirs", "c2");
        var last = _messages.Add("hamlet-1", new SaidMessage(0, 7, "p-2", AddressKind.Person, "p-1", MessageKind.Said, "to them"), "c3")!;

        _messages.Erase("p-1");

        Assert.Equal([kept], _messages.After("hamlet-1", 0));
        Assert.True(Say("hamlet-1", "after", "c4").Number > last.Number);
    }

    private SaidMessage Say(string performance, string text, string command, string sender = "p-1") =>
        _messages.Add(performance, new SaidMessage(0, 5, sender, AddressKind.Everybody, "", MessageKind.Said, text), command)!;
}

public sealed class SqliteCompanyMessagesTests() : CompanyMessagesTests(DatabaseKind.Sqlite);

public sealed class PostgresCompanyMessagesTests() : CompanyMessagesTests(DatabaseKind.Postgres);
