using System.Globalization;
using System.Text.RegularExpressions;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads a message to a machine outside.</summary>
internal sealed partial class MessageReader(ErrorList errors)
{
    private const int MostArguments = 32;
    private const int LongestAddress = 200;

    public MessageAction Read(SheetNode node)
    {
        var message = new Fields(node, SheetKeys.Message, errors);
        var to = message.PlacedText("to");
        if (to is { } target && !TargetForm().IsMatch(target.Value))
        {
            errors.Add(target.Place, $"'{Clip.Short(target.Value)}' is no name for a target: start with a letter, go on with letters, digits, - or _, at most 60");
        }

        var address = message.PlacedText("address");
        if (address is { } path && !AddressForm().IsMatch(path.Value))
        {
            errors.Add(path.Place, $"'address' starts with / and has at most {LongestAddress} printable characters without blanks, such as /cue/1/go");
        }

        var arguments = message.Items("arguments");
        if (arguments.Count > MostArguments) errors.Add(message.PlaceOf("arguments"), $"a message has at most {MostArguments} arguments");
        return new MessageAction(to?.Value ?? "", address?.Value ?? "", [.. arguments.Take(MostArguments).Select(Argument)]);
    }

    private MessageArgument Argument(SheetNode node) => node switch
    {
        SheetMap => new MessageArgument(MessageArgumentKind.Text, new Fields(node, SheetKeys.Argument, errors).Text("text") ?? ""),
        SheetText { IsNull: false } text => new MessageArgument(KindOf(text.Value), text.Value),
        _ => Wrong(node),
    };

    private MessageArgument Wrong(SheetNode node)
    {
        errors.Add(node.Place, $"an argument is a number, true, false or a text, not {node.Kind}");
        return new MessageArgument(MessageArgumentKind.Text, "");
    }

    private static MessageArgumentKind KindOf(string text) => text switch
    {
        "true" or "false" => MessageArgumentKind.Truth,
        _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => MessageArgumentKind.Integer,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => MessageArgumentKind.Number,
        _ => MessageArgumentKind.Text,
    };

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TargetForm();

    [GeneratedRegex(@"^/[!-~]{0,199}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AddressForm();
}
