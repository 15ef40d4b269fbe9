using System.Data.Common;
using System.Text.Json;
using Dapper;
using VirtualStage.Contracts.Doors;

namespace VirtualStage.Server.Doors;

/// <summary>All that the database says of a person.</summary>
internal sealed record KnownPerson(Person Person, ChosenAppearance? Appearance, string Note)
{
    private const string Columns = """
        SELECT who.id, person.name, person.pronouns, person_appearance.appearance, person_note.note
        """;

    private const string Tables = """
        LEFT JOIN person ON person.id = who.id
        LEFT JOIN person_appearance ON person_appearance.person = who.id
        LEFT JOIN person_note ON person_note.person = who.id
        """;

    public static KnownPerson Nameless(string id) => new(new Person(id, "", ""), null, "");

    public static KnownPerson Load(DbConnection connection, string id) =>
        connection.QuerySingle<Row>($"{Columns} FROM (SELECT @id AS id) AS who {Tables}", new { id }).ToPerson();

    /// <summary>Many at once. Only PostgreSQL understands it.</summary>
    public static List<KnownPerson> LoadAll(DbConnection connection, string[] ids) =>
        [.. connection.Query<Row>($"{Columns} FROM unnest(@ids) AS who (id) {Tables}", new { ids }).Select(row => row.ToPerson())];

    private sealed record Row(string Id, string? Name, string? Pronouns, string? Appearance, string? Note)
    {
        public KnownPerson ToPerson() => new(
            new Person(Id, Name ?? "", Pronouns ?? ""),
            Appearance is null ? null : JsonSerializer.Deserialize<ChosenAppearance>(Appearance),
            Note ?? "");
    }
}
