using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace VirtualStage.Contracts.Wire
{
    /// <summary>Finds the formatters of the contracts: generated ones and MessagePack's built-in ones, no reflection emit.</summary>
    public sealed class ContractResolver : IFormatterResolver
    {
        /// <summary>The one instance.</summary>
        public static readonly ContractResolver Instance = new ContractResolver();

        /// <summary>The options of every wire: untrusted data, 32 levels deep at most.</summary>
        public static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard
            .WithResolver(Instance)
            .WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(32));

        private ContractResolver()
        {
        }

        /// <inheritdoc />
        public IMessagePackFormatter<T>? GetFormatter<T>()
        {
            return Cache<T>.Formatter;
        }

        private static class Cache<T>
        {
            public static readonly IMessagePackFormatter<T>? Formatter =
                ContractFormatters.ByType.TryGetValue(typeof(T), out var formatter)
                    ? (IMessagePackFormatter<T>)formatter
                    : BuiltinResolver.Instance.GetFormatter<T>();
        }
    }
}
