using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Productions;

/// <summary>The one authority over a production. Its key is the production's id.</summary>
public interface IProductionGrain : IGrainWithStringKey
{
    /// <summary>Decides a command. A retry with the same id gets the same answer.</summary>
    Task<ProductionAnswer> Send(string person, ProductionEnvelope envelope);

    /// <summary>Takes files in as the newest version; the files were read before, and are a production.</summary>
    /// <param name="overEdits">True to give up edits that were made since the last import, and a lock.</param>
    Task<ProductionAnswer> Import(string person, ProductionSource source, bool overEdits);

    /// <summary>Where the production is.</summary>
    Task<ProductionView> View();
}
