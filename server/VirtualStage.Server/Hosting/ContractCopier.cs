using Orleans.Serialization.Cloning;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Hosting;

/// <summary>Hands contracts to a grain as they are: they are immutable, so a copy would be work for nothing.</summary>
internal sealed class ContractCopier : IGeneralizedCopier
{
    public bool IsSupportedType(Type type) =>
        type.Assembly == typeof(CommandEnvelope).Assembly
        || type == typeof(Sender) || type == typeof(CompanySender) || type == typeof(ProductionSource);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
