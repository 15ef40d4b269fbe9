using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace VirtualStage.Server.Hosting;

/// <summary>ASP.NET's own keys, which nothing here needs and which it would else leave in the home folder.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly Lock _gate = new();
    private readonly List<XElement> _keys = [];

    public static void Use(KeyManagementOptions options) => (options.XmlRepository, options.XmlEncryptor) = (new KeysInMemory(), new NullXmlEncryptor());

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_gate)
        {
            return [.. _keys.Select(key => new XElement(key))];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_gate)
        {
            _keys.Add(new XElement(element));
        }
    }
}
