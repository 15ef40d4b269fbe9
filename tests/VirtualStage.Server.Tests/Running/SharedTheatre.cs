using VirtualStage.Contracts.Console;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A theatre without bots that several tests visit one after the other.</summary>
public abstract class SharedTheatre : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    private RunningTheatre? _theatre;

    internal RunningTheatre Theatre => _theatre ?? throw new InvalidOperationException("the theatre did not start");

    /// <summary>What else is on the command line.</summary>
    protected virtual string[] Options => [];

    public async ValueTask InitializeAsync()
    {
        _theatre = await RunningTheatre.Start(_folder["data"], ["--no-bots", .. Options]);
        await Prepare();
    }

    public async ValueTask DisposeAsync()
    {
        if (_theatre is not null)
        {
            await _theatre.DisposeAsync();
        }

        await End();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Casts somebody by the owner's right.</summary>
    internal async Task Cast(string role, string person)
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caster", "cast"));
        await director.Do(new CastRole(role, person));
    }

    protected abstract Task Prepare();

    /// <summary>When the theatre has ended.</summary>
    protected virtual ValueTask End() => ValueTask.CompletedTask;
}

/// <summary>In preset: the doors are closed, and no test opens them.</summary>
public sealed class ClosedTheatre : SharedTheatre
{
    protected override Task Prepare() => Task.CompletedTask;
}

/// <summary>The show runs, called by <c>p-caller</c>.</summary>
public class OpenTheatre : SharedTheatre
{
    protected override async Task Prepare()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
    }
}

[CollectionDefinition(nameof(ClosedTheatre))]
public sealed class ClosedTheatreTests : ICollectionFixture<ClosedTheatre>;

[CollectionDefinition(nameof(OpenTheatre))]
public sealed class OpenTheatreTests : ICollectionFixture<OpenTheatre>;

/// <summary>In preset as well, for the company's own: who is kept out, locked out or cast here disturbs no other test.</summary>
public sealed class CompanyTheatre : SharedTheatre
{
    protected override Task Prepare() => Task.CompletedTask;

    /// <summary>Somebody with every scope.</summary>
    internal Task<CompanyPage> Director() =>
        CompanyPage.Enter(Theatre, "p-director", "watch", "act", "notes", "edit", "call", "cast", "moderate");
}

[CollectionDefinition(nameof(CompanyTheatre))]
public sealed class CompanyTheatreTests : ICollectionFixture<CompanyTheatre>;

/// <summary>The show runs, for voices: whoever is heard here is heard in no other test.</summary>
public sealed class VoiceTheatre : OpenTheatre
{
    /// <summary>Somebody with every scope.</summary>
    internal Task<CompanyPage> Director() =>
        CompanyPage.Enter(Theatre, "p-director", "watch", "act", "notes", "edit", "call", "cast", "moderate");
}

[CollectionDefinition(nameof(VoiceTheatre))]
public sealed class VoiceTheatreTests : ICollectionFixture<VoiceTheatre>;
