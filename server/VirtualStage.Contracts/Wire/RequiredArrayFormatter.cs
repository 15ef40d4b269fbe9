using System.Collections.Generic;
using MessagePack;
using MessagePack.Formatters;

namespace VirtualStage.Contracts.Wire
{
    /// <summary>A list of messages, none of which is missing.</summary>
    internal sealed class RequiredArrayFormatter<T> : IMessagePackFormatter<T[]?>
        where T : class
    {
        public void Serialize(ref MessagePackWriter writer, T[]? value, MessagePackSerializerOptions options)
        {
            if (value is null)
            {
                writer.WriteNil();
                return;
            }

            var formatter = options.Resolver.GetFormatterWithVerify<T>();
            writer.WriteArrayHeader(value.Length);
            foreach (var element in value)
            {
                formatter.Serialize(ref writer, element, options);
            }
        }

        public T[]? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
        {
            if (reader.TryReadNil())
            {
                return null;
            }

            var formatter = options.Resolver.GetFormatterWithVerify<T>();
            var count = reader.ReadArrayHeader();
            options.Security.DepthStep(ref reader);
            var elements = new List<T>();
            for (var i = 0; i < count; i++)
            {
                elements.Add(WireLimits.Required(formatter.Deserialize(ref reader, options), typeof(T).Name));
            }

            reader.Depth--;
            return elements.ToArray();
        }
    }
}
