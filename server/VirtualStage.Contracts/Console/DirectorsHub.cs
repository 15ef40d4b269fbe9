using System.Threading.Tasks;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Productions;

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

        /// <summary>Follows a production's document from now on and tells where it is. Needs any operator's scope.</summary>
        Task<ProductionView> FollowProduction(string production);

        /// <summary>Sends a command to a production. Needs the scope to edit.</summary>
        Task<ProductionAnswer> SendProduction(string production, ProductionEnvelope envelope);
    }

    /// <summary>What the hub tells a console.</summary>
    public interface IDirectorsClient
    {
        /// <summary>The followed performance changed.</summary>
        Task Changed(PerformanceView view);

        /// <summary>The followed production changed.</summary>
        Task ProductionChanged(ProductionView view);
    }
}
