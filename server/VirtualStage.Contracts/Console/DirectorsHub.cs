using System.Threading.Tasks;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Contracts.Console
{
    /// <summary>What a console (or the caller bot) may call on the hub.</summary>
    public interface IDirectorsHub
    {
        /// <summary>Follows a performance from now on and gives its state. Needs any operator's scope.</summary>
        Task<PerformanceView> Follow(string performance);

        /// <summary>Sends a command to the followed performance. The scope that it needs depends on the command.</summary>
        Task<CommandAnswer> Send(string performance, CommandEnvelope envelope);

        /// <summary>Tells the performance time: by the answer a console sets its clock, and by the lack of one it knows that the line is down.</summary>
        Task<ClockPong> Ping(string performance, ClockPing ping);
    }

    /// <summary>What the hub tells a console.</summary>
    public interface IDirectorsClient
    {
        /// <summary>The followed performance changed.</summary>
        Task Changed(PerformanceView view);
    }
}
