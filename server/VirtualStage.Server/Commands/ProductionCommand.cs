using System.CommandLine;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage production</c>: prepares a production.</summary>
internal static partial class ProductionCommand
{
    public static Command Create() => new(
        "production", "Prepares a production.".WithExample("virtualstage production new --from hamlet.xml"))
    {
        New(),
        Import(),
        Export(),
        Pack(),
        Unpack(),
        ImportCues(),
        Book(),
        Roles(),
        Doubling(),
    };
}
