using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Journaling;

namespace VirtualStage.Productions.Editing;

/// <summary>A production's events as the journal keeps them.</summary>
public static class ProductionEventCodec
{
    private static readonly Dictionary<Type, string> _edits = new()
    {
        [typeof(PutEntry)] = "put-entry",
        [typeof(RemoveEntry)] = "remove-entry",
        [typeof(RenameEntry)] = "rename-entry",
        [typeof(SetValue)] = "set-value",
        [typeof(InsertCue)] = "insert-cue",
        [typeof(ChangeCue)] = "change-cue",
        [typeof(MoveCue)] = "move-cue",
        [typeof(RemoveCue)] = "remove-cue",
        [typeof(RenumberCues)] = "renumber-cues",
    };

    private static readonly EventForms<ProductionEvent> _forms = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // The journal is read by people, and no browser takes it for a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEdits, KeepValues } },
        },
        new Dictionary<string, Type>
        {
            ["production-imported.3"] = typeof(ProductionImported),
            ["sheet-edited.1"] = typeof(SheetEdited),
            ["edit-undone.1"] = typeof(EditUndone),
            ["edit-redone.1"] = typeof(EditRedone),
            ["sheet-locked.1"] = typeof(SheetLocked),
            ["sheet-unlocked.1"] = typeof(SheetUnlocked),
        },
        new Dictionary<string, Func<JsonObject, (string Name, JsonObject Data)>>
        {
            // From before sounds were kept: every sound is words only.
            ["production-imported.1"] = data => ("production-imported.2", data),
            // From before there were models: the files are those of sounds.
            ["production-imported.2"] = data =>
            {
                data.Remove("sounds", out var sounds);
                data["files"] = sounds;
                return ("production-imported.3", data);
            },
        });

    /// <summary>The name and the JSON to write.</summary>
    public static (string Name, string Data) Encode(ProductionEvent happened) => _forms.Encode(happened);

    /// <summary>Reads what <see cref="Encode"/> wrote, in this version of the program or an older one.</summary>
    /// <exception cref="InvalidDataException">The name is unknown (a newer program wrote it) or the JSON is not its.</exception>
    public static ProductionEvent Decode(string name, string data) => _forms.Decode(name, data);

    private static void NameEdits(JsonTypeInfo type)
    {
        if (type.Type != typeof(IProductionEdit))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "edit",
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var (edit, name) in _edits)
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(edit, name));
        }
    }

    /// <summary>A value is JSON itself, and stands in the event as such.</summary>
    private static void KeepValues(JsonTypeInfo type)
    {
        if (_edits.ContainsKey(type.Type))
        {
            foreach (var property in type.Properties.Where(property => property.Name is "value" or "cue"))
            {
                property.CustomConverter = new RawJson();
            }
        }
    }

    private sealed class RawJson : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            return value.RootElement.GetRawText();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
    }
}
