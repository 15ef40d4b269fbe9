using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class ProductionErrorTests
{
    /// <summary>What is written, what stands there instead, where the error points, and what it says.</summary>
    public static TheoryData<string, string, string, string> Slips { get; } = new()
    {
        // References.
        { "line: 1.1.2", "line: 1.1.9", "1.1.9", "the play has no line '1.1.9'; the nearest in that scene is '1.1.4'" },
        { "line: 1.1.2", "line: act1", "act1", "no line 'act1'; lines are called act.scene.line" },
        { "look: morning, d", "look: mornign, d", "mornign", "no look is called 'mornign'; did you mean 'morning'?" },
        { "panicLook: morning", "panicLook: safe", "safe", "no look is called 'safe'; there are: morning, dark" },
        { "to: window", "to: windwo", "windwo", "no mark is called 'windwo'; did you mean 'window'?" },
        { "from: left", "from: right", "right", "no entrance is called 'right'" },
        { "role: bert", "role: brt", "brt", "no role is called 'brt'; did you mean 'bert'?" },
        { "fly: { door", "fly: { doors", "doors", "no set piece is called 'doors'; did you mean 'door'?" },
        { "fly: { door", "fly: { floor", "{ floor", "set piece 'floor' stays where it is" },
        { "{ door: out }", "{ door: up }", "up }", "a piece flies in or out, not 'up'" },
        { "sound: rain", "sound: rian", "rian", "no sound is called 'rian'" },
        { "    day: { colour", "    dya: { colour", "dya", "no lamp is called 'dya'; did you mean 'day'?" },
        { "after: 1.1.3", "after: 1.1.30", "1.1.30", "the play has no line '1.1.30'" },
        { "roles: bert,", "roles: bort,", "bort", "no role is called 'bort'" },
        // The sheet as a whole.
        { "number: 1.5", "number: 1", "number: 1, title: Rain", "cue 1 is already on line" },
        { "line: 1.2.1", "line: 1.1.1", "line: 1.1.1, department", "cue C 5 is called at 1.1.1, but the cue above it (B 4) only at 1.1.4" },
        { "department: calls", "continue: auto-follow", "{ number: C 5", "the last cue has no cue to go on with" },
        { "title: Two at the door", "titel: Two at the door", "titel", "a production has no 'titel'; did you mean 'title'?" },
        { "title: Two at the door\n", "", "play:", "this production needs 'title'" },
        { "title: Two at the door", "title: ~", "~", "'title' is a text, not nothing" },
        { "title: Two at the door", "title: A\ntitle: B", "title: B", "'title' stands twice here; the first is on line 1" },
        // Cues.
        { "look: morning, d", "look: morning, sound: rain, d", "{ number: 1,", "this cue does look and sound" },
        { "look: morning, d", "d", "{ number: 1,", "this cue does nothing" },
        { "preWait: 0.25", "preWait: -1", "-1", "'preWait' is from 0 to 3600, not -1" },
        { "preWait: 0.25", "preWait: NaN", "NaN", "'preWait' is from 0 to 3600, not NaN" },
        { "preWait: 0.25", "preWait: 1e9", "1e9", "'preWait' is from 0 to 3600, not 1e9" },
        { "preWait: 0.25", "preWait: soon", "soon", "'preWait' is a number, not 'soon'" },
        { "preWait: 0.25", "prewait: 0.25", "prewait", "a cue has no 'prewait'; did you mean 'preWait'?" },
        { "auto-follow", "autofollow", "autofollow", "'continue' is one of none, auto-continue, auto-follow" },
        { "number: SC 2", "number: SCENERY CUE NUMBER TWO", "SCENERY", "at most 20 characters" },
        { "{ door: out }", "{}", "fly: {}", "'fly' moves nothing" },
        { "[{ role: anna, by: left }]", "[]", "[]", "'blocking' moves nobody" },
        { "{ role: anna, by: left }", "{ role: anna, by: left, to: centre }", "{ role: anna, by", "'by' is an exit" },
        { "from: left, to: centre", "from: left", "{ role: anna, from", "'from' is an entrance: say with 'to'" },
        { "{ role: anna, by: left }", "{ role: anna }", "{ role: anna }", "this step does nothing" },
        { "role: bert, to", "role: anna, to", "anna, to: window", "'anna' already has a step in this cue" },
        { "emote: sit", "emote: sleep", "sleep", "'emote' is one of none, bow, kneel, sit, lie, fall, point, gesture, wave" },
        { "speed: 1.2", "speed: 0", "0, emote", "'speed' is from 0.1 to 10" },
        { "gait: run", "gait: stand", "stand", "'gait' is walk or run" },
        { "department: calls", "department: catering", "catering", "'department' is one of lights, sound, scenery, blocking, calls" },
        // Roles.
        { "speakers: ANNA", "speakers: ANA", "ANA", "nobody speaks as 'ANA' in the play; did you mean 'ANNA'?" },
        { "speakers: [BERT]", "speakers: []", "anna: { name", "no role speaks as 'BERT' (first at 1.1.3)" },
        { "name: The cat,", "name: The cat, doubles: cat,", "cat, colour", "'cat' cannot double itself" },
        { "name: The cat,", "name: The cat, doubles: dog,", "dog", "no role is called 'dog'" },
        { "#aa0000", "red", "\"red\"", "'colour' is a colour such as \"#ffcc88\", not 'red'" },
        { "colour: \"#aa0000\" }", "colour: \"#aa00zz\" }", "\"#aa00zz\"", "'colour' is a colour" },
        { "  anna:", "  a nna:", "a nna", "'a nna' is no name for a role" },
        // The stage and the lights.
        { "x: -3, z: 2", "x: -4.5, z: 2", "{ x: -4.5", "mark 'window' lies outside of the stage: x goes from -4 to 4" },
        { "x: -3, z: 2", "x: -3", "{ x: -3", "this mark needs 'z'" },
        { "x: -3, z: 2", "x: -3, z: 2, y: 2", "{ x: -3, z: 2, y: 2", "mark 'window' is 2 m up, and no set piece there is that high" },
        { "[0, -0.1, 0]", "[0, 0.5, 0]", "{ x: 0, z: 0 }", "mark 'centre' is inside of set piece 'floor', which stays: nobody can stand there; on top of it is 'y: 0.6'" },
        { "x: 5, z: 0", "x: 5, z: 0, y: -1", "-1 }", "'y' is from 0 to 20" },
        { "x: 5, z: 0", "x: 500, z: 0", "500", "'x' is from -24 to 24" },
        { "[1, 2, 0.1]", "[1, 2]", "[1, 2]", "'size' is three numbers in metres" },
        { "[1, 2, 0.1]", "[1, -2, 0.1]", "-2, 0.1", "'size' is from 0.01 to 100" },
        { "out: [0, 5, 0]", "out: [0, 0, 0]", "[0, 0, 0] } }", "'out' is how far the piece travels" },
        { "shape: box", "shape: blob", "blob", "'shape' is one of box, cylinder, cone, stairs, not 'blob'" },
        { "width: 8", "width: 0", "0\n", "'width' is from 2 to 100" },
        { "angle: 30 }", "}", "{ kind: spot", "lamp 'key' needs 'angle'" },
        { "{ kind: ambient }", "{ kind: ambient, angle: 30 }", "30 }", "lamp 'day' shines from everywhere; leave 'angle' out" },
        { "intensity: 0.8", "intensity: 80", "80", "'intensity' is from 0 to 1, not 80" },
        // Props.
        { "role: bert, colour", "role: brt, colour", "brt, colour", "no role is called 'brt'; did you mean 'bert'?" },
        { "position: [1, 0, 1], colour", "colour", "{ name: A cup", "say where prop 'cup' is at the preset" },
        { "role: bert, colour", "role: bert, position: [0, 0, 0], colour", "{ name: A letter", "say where prop 'letter' is at the preset" },
        { "[0.1, 0.2, 0.1]", "[0.1, 4, 0.1]", "4, 0.1]", "'size' is from 0.01 to 3" },
        // Costumes.
        { "garment: coat", "garment: toga", "toga", "'garment' is one of tunic, gown, doublet, robe, armour, coat" },
        { "{ role: anna, name: Her", "{ role: ann, name: Her", "ann, name", "no role is called 'ann'; did you mean 'anna'?" },
        { "cloak: true", "cloak: red", "red }", "'cloak' is true or false" },
        // Fights.
        { "fight: bout", "fight: brawl", "brawl", "no fight is called 'brawl'" },
        { "fight: bout, duration: 2", "fight: bout, duration: 0.5", "bout, duration", "fight 'bout' has its last step at 0.5 s; give this cue a longer 'duration'" },
        { "roles: [anna, bert]", "roles: [anna]", "[anna]", "a fight has 2 to 6 roles, each once" },
        { "roles: [anna, bert]", "roles: [anna, bort]", "bort", "no role is called 'bort'" },
        { "role: bert, emote: hit", "role: cat, emote: hit", "cat, emote", "'cat' is not in this fight; its roles are anna, bert" },
        { "{ bert: letter }", "{ cat: letter }", "cat: letter", "'cat' is not in this fight" },
        { "{ bert: letter }", "{ bert: ladder }", "ladder", "no prop is called 'ladder'" },
        { "to: window, gait: walk, f", "to: roof, gait: walk, f", "roof", "no mark is called 'roof'" },
        { "emote: hit", "emote: kill", "kill", "'emote' is one of none" },
        { "gait: walk, facing", "gait: stand, facing", "stand, facing", "'gait' is walk or run" },
        { "at: 0, role: anna", "at: 1, role: anna", "0.5, role", "fight 'bout' goes back in time here" },
        // Files.
        { "play: door.fountain", "play: ../door.fountain", "../door", "leads out of the production's folder" },
        { "play: door.fountain", "play: /etc/passwd", "/etc", "leads out of the production's folder" },
        { "play: door.fountain", "play: C:\\door", "C:", "leads out of the production's folder" },
        { "description: Rain", "description: Rain, file: a/../../rain.ogg", "a/../..", "leads out of the production's folder" },
        // YAML.
        { "title: Two at the door", "title: &name Two\nplay2: *name", "*name", "YAML aliases (*name) are not used" },
        { "title: Two at the door", "title: [Two", "[Two", "this is not valid YAML" },
        { "title: Two at the door", "title: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}}}}}}}}", "1}}", "nested more than 16 deep" },
        { "title: Two at the door", "[a]: b\ntitle: Two at the door", "[a]", "a key must be a word, not a list" },
        { "roles:\n", "roles: 7\nrolls:\n", "7", "'roles' maps names to what they stand for, it is not '7'" },
        { "cues:\n", "---\ncues:\n", "---", "a second document starts here" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_told_with_its_place_and_what_to_do(string written, string slip, string place, string message)
    {
        var sheet = TwoHander.With(written, slip);

        var errors = TwoHander.ErrorsOf(sheet);

        var error = Assert.Single(errors, error => error.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal("production.yaml", error.File);
        if (!message.StartsWith("this is not valid YAML", StringComparison.Ordinal))
        {
            Assert.Equal(TwoHander.LineOf(place, sheet), error.Line);
            Assert.InRange(error.Column, 1, 200);
        }
    }

    [Fact]
    public void Every_error_is_told_at_once_in_the_order_of_lines()
    {
        var sheet = TwoHander.With("line: 1.1.2", "line: 9.9.9")
            .Replace("number: 1.5", "number: 1", StringComparison.Ordinal)
            .Replace("look: morning, d", "look: mist, d", StringComparison.Ordinal)
            .Replace("to: window", "to: roof", StringComparison.Ordinal);

        var errors = TwoHander.ErrorsOf(sheet);

        Assert.Collection(
            errors,
            error => Assert.Contains("no look is called 'mist'", error.Message, StringComparison.Ordinal),
            error => Assert.Contains("cue 1 is already", error.Message, StringComparison.Ordinal),
            error => Assert.Contains("no line '9.9.9'", error.Message, StringComparison.Ordinal),
            error => Assert.Contains("no mark is called 'roof'", error.Message, StringComparison.Ordinal));
        Assert.Equal(errors.Select(error => error.Line).Order(), errors.Select(error => error.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("- a\n- b")]
    [InlineData("just text")]
    public void What_is_no_sheet_at_all_is_one_clear_error(string sheet) => Assert.Single(TwoHander.ErrorsOf(sheet));

    [Theory]
    [InlineData("Speak.", "[[line 1]]\nSpeak.", "door.fountain:10:1: line 1 comes after line 1 of 1")]
    [InlineData("#1.2#", "#1.1#", "door.fountain")]
    public void A_play_that_counts_something_twice_is_told_so(string written, string slip, string message)
    {
        var play = TwoHander.Play.Replace(written, slip, StringComparison.Ordinal);

        var problem = Assert.Throws<ProductionException>(() => ProductionLoader.Load(TwoHander.Source(TwoHander.Sheet, play)));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_bomb_is_refused_before_it_goes_off()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 20).Select(level =>
            $"{(char)('b' + level)}: &{(char)('b' + level)} [{string.Join(',', Enumerable.Repeat($"*{(char)('a' + level)}", 9))}]\n"));

        Assert.Contains("aliases", Assert.Single(TwoHander.ErrorsOf(bomb)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_errors_is_cut_off_and_says_so()
    {
        var sheet = TwoHander.Sheet + "\n" + string.Concat(Enumerable.Range(0, 3000).Select(number =>
            $"  - {{ number: X{number}, title: x, line: 1.2.1, look: nowhere }}\n"));

        var errors = TwoHander.ErrorsOf(sheet);

        Assert.Equal(1001, errors.Count);
        Assert.Contains(errors, error => error.Message.StartsWith("more than 1000 errors", StringComparison.Ordinal));
    }

    [Fact]
    public void More_cues_than_a_show_can_have_are_refused()
    {
        var sheet = TwoHander.Sheet + "\n" + string.Concat(Enumerable.Range(0, 5000).Select(number =>
            $"  - {{ number: X{number}, title: x, line: 1.2.1, look: dark }}\n"));

        Assert.Contains("at most 5000 cues", Assert.Single(TwoHander.ErrorsOf(sheet)).Message, StringComparison.Ordinal);
    }
}
