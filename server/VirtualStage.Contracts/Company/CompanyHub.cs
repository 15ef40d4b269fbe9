using System.Threading.Tasks;
using MessagePack;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Contracts.Company
{
    /// <summary>
    /// What a page of the company may call: the console, an actor's stage door, an auditionee's page. Needs a ticket with any
    /// operator's scope, act, perform or audition.
    /// </summary>
    public interface ICompanyHub
    {
        /// <summary>Follows the company in a performance from now on and gives it as the caller may see it.</summary>
        Task<CompanyView> Follow(string performance);

        /// <summary>Sends a command. The scope that it needs depends on the command.</summary>
        Task<CommandAnswer> Send(string performance, CompanyEnvelope envelope);

        /// <summary>Messages to the caller, to their departments and from them, after a number; 0 for all that are kept.</summary>
        Task<CompanyMessage[]> Messages(string performance, long after);
    }

    /// <summary>What the hub tells a page.</summary>
    public interface ICompanyClient
    {
        /// <summary>The followed company changed.</summary>
        Task Changed(CompanyView view);

        /// <summary>Something was said to the reader, to one of their departments, to everybody, or by the reader.</summary>
        Task Told(CompanyMessage message);
    }

    /// <summary>Whom a message is for.</summary>
    public enum AddressKind
    {
        Person = 0,
        Department = 1,
        Everybody = 2,
    }

    /// <summary>What a message is.</summary>
    public enum MessageKind
    {
        Said = 0,

        /// <summary>To be read after the show.</summary>
        Note = 1,

        /// <summary>The half, the quarter, the five, beginners.</summary>
        Call = 2,
    }

    /// <summary>Something that was said within the company.</summary>
    /// <param name="Number">Grows with every message of the performance.</param>
    /// <param name="AtMs">Unix milliseconds.</param>
    /// <param name="From">Who said it; null for the theatre itself.</param>
    /// <param name="FromName">As shown.</param>
    /// <param name="To">A person's id or a department's name; empty for everybody.</param>
    [MessagePackObject]
    public sealed record CompanyMessage(
        [property: Key(0)] long Number,
        [property: Key(1)] long AtMs,
        [property: Key(2)] string? From,
        [property: Key(3)] string FromName,
        [property: Key(4)] AddressKind ToKind,
        [property: Key(5)] string To,
        [property: Key(6)] MessageKind Kind,
        [property: Key(7)] string Text);
}
