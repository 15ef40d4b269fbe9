using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using Orleans.Concurrency;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Cluster;

namespace VirtualStage.Server.Performances;

/// <summary>The one authority over a performance. Its key is the performance's id.</summary>
public interface IPerformanceGrain : IGrainWithStringKey
{
    /// <summary>Opens the performance from a version of a production; does nothing where it is open.</summary>
    Task Open(string production, int version);

    /// <summary>Decides a command. A retry with the same id gets the same answer.</summary>
    Task<CommandAnswer> Send(Sender sender, CommandEnvelope envelope);

    /// <summary>
    /// Decides a command of a device at the prompt desk: in the name of the person who calls the show; where no person
    /// does, the device is the sender.
    /// </summary>
    Task<CommandAnswer> SendForCaller(string device, CommandEnvelope envelope);

    /// <summary>Goes on with a newer version of the production; does nothing in a performance that is closed.</summary>
    /// <param name="version">Its version in the production's journal.</param>
    Task ReviseSheet(int version);

    /// <summary>
    /// Tells that a cue could not do what it should, such as a message that did not arrive. Nothing happens when the cue
    /// is not at it any more.
    /// </summary>
    /// <param name="reason">Why, for a person to read.</param>
    Task Fail(string cue, string reason);

    /// <summary>Writes down that an actor's client was held to the rules.</summary>
    /// <param name="person">Who plays the role; null for a bot.</param>
    /// <param name="conduct">What it did in a minute.</param>
    Task NoteHeld(string role, string? person, ClientConduct conduct);

    /// <summary>Where the performance is.</summary>
    Task<PerformanceView> View();

    /// <summary>Where the show is.</summary>
    [AlwaysInterleave]
    Task<ShowState> Show();

    /// <summary>What the playbill says of it.</summary>
    [AlwaysInterleave]
    Task<PlaybillEntry> Entry();

    /// <summary>A person is seen on the stage as they are now: with another name, or appearance.</summary>
    [AlwaysInterleave]
    Task Present(string person);

    /// <summary>On which server the stage is; wakes the performance where it is on none.</summary>
    [AlwaysInterleave]
    Task<StageAddress> Where();

    /// <summary>Who is cast, by role.</summary>
    Task<string?> PersonOf(string role);
}
