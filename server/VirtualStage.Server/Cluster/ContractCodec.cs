using System.Buffers;
using System.Text.Json;
using MessagePack;
using Orleans.Serialization;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.Serializers;
using Orleans.Serialization.TypeSystem;
using Orleans.Serialization.WireProtocol;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Wire;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Takes contracts from server to server as they go over every other wire, and the productions' own few records as JSON.
/// Within a server they are handed over as they are: they are immutable, so a copy would be work for nothing.
/// </summary>
internal sealed class ContractCodec(TypeCodec types) : IGeneralizedCodec, IGeneralizedCopier
{
    // Its own type stands on the wire for all that it writes.
    public bool IsSupportedType(Type type) => type == typeof(ContractCodec) || IsContract(type) || IsRecord(type);

    public object? DeepCopy(object? input, CopyContext context) => input;

    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, object? value)
        where TBufferWriter : IBufferWriter<byte>
    {
        if (ReferenceCodec.TryWriteReferenceField(ref writer, fieldIdDelta, expectedType!, value))
        {
            return;
        }

        var type = value!.GetType();
        var bytes = IsContract(type)
            ? MessagePackSerializer.Serialize(type, value, ContractResolver.Options)
            : JsonSerializer.SerializeToUtf8Bytes(value, type);
        writer.WriteFieldHeader(fieldIdDelta, expectedType!, typeof(ContractCodec), WireType.TagDelimited);
        ReferenceCodec.MarkValueField(writer.Session);
        writer.WriteFieldHeaderExpected(0, WireType.LengthPrefixed);
        types.WriteLengthPrefixed(ref writer, type);
        ReferenceCodec.MarkValueField(writer.Session);
        writer.WriteFieldHeaderExpected(1, WireType.LengthPrefixed);
        writer.WriteVarUInt32((uint)bytes.Length);
        writer.Write(bytes);
        writer.WriteEndObject();
    }

    public object? ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        if (field.WireType == WireType.Reference)
        {
            return ReferenceCodec.ReadReference<object, TInput>(ref reader, field);
        }

        field.EnsureWireTypeTagDelimited();
        var placeholder = ReferenceCodec.CreateRecordPlaceholder(reader.Session);
        Type? type = null;
        object? value = null;
        uint fieldId = 0;
        while (true)
        {
            var header = reader.ReadFieldHeader();
            if (header.IsEndBaseOrEndObject)
            {
                break;
            }

            fieldId += header.FieldIdDelta;
            switch (fieldId)
            {
                case 0:
                    ReferenceCodec.MarkValueField(reader.Session);
                    type = types.ReadLengthPrefixed(ref reader);
                    break;
                case 1:
                    ReferenceCodec.MarkValueField(reader.Session);
                    value = Read(type, reader.ReadBytes(reader.ReadVarUInt32()));
                    break;
                default:
                    reader.ConsumeUnknownField(header);
                    break;
            }
        }

        ReferenceCodec.RecordObject(reader.Session, value!, placeholder);
        return value;
    }

    private static object? Read(Type? type, byte[] bytes) => type switch
    {
        not null when IsContract(type) => MessagePackSerializer.Deserialize(type, bytes, ContractResolver.Options),
        not null when IsRecord(type) => JsonSerializer.Deserialize(bytes, type),
        _ => throw new InvalidDataException($"a server sent something that is no contract: {type?.FullName ?? "nothing"}"),
    };

    internal static bool IsContract(Type type) => type.Assembly == typeof(CommandEnvelope).Assembly;

    internal static bool IsRecord(Type type) => type == typeof(Sender) || type == typeof(CompanySender) || type == typeof(ProductionSource);
}

/// <summary>Lets contracts be named on the wire between servers.</summary>
internal sealed class ContractTypes : ITypeFilter
{
    public bool? IsTypeAllowed(Type type) =>
        type == typeof(ContractCodec) || ContractCodec.IsContract(type) || ContractCodec.IsRecord(type) ? true : null;
}
