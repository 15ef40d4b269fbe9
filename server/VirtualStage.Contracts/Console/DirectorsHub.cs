using System.Threading.Tasks;

namespace VirtualStage.Contracts.Console
{
    /// <summary>What a console (or the caller bot) may call on the hub.</summary>
    public interface IDirectorsHub
    {
        /// <summary>Follows a performance from now on and gives its state. Needs any operator's scope.</summary>
        Task<PerformanceView> Follow(string performance);

        /// <summary>Sends a command to the followed performance. The scope that it needs depends on the command.</summary>
        Task<CommandAnswer> Send(string performance, CommandEnvelope envelope);
    }

    /// <summary>What the hub tells a console.</summary>
    public interface IDirectorsClient
    {
        /// <summary>The followed performance changed.</summary>
        Task Changed(PerformanceView view);
    }
}
