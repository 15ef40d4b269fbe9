using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace VirtualStage.Server.Doors;

/// <summary>The one-time key with which the owner of a new theatre comes in.</summary>
public sealed class OwnerLink(People people, Tickets tickets)
{
    private readonly Lock _gate = new();

    /// <summary>A new key as long as nobody is the owner; null after that. Former keys are void.</summary>
    public string? NewKey()
    {
        if (people.OwnerIsKnown)
        {
            return null;
        }

        var key = RandomNumberGenerator.GetBytes(24);
        people.SetOwnerKey(SHA256.HashData(key));
        return Base64UrlEncoder.Encode(key);
    }

    /// <summary>Exchanges the key for the owner's ticket; null for a key that is wrong or was used.</summary>
    public (string Ticket, string Person)? Claim(string key)
    {
        lock (_gate)
        {
            if (people.OwnerKeyHash is not { } hash || !CryptographicOperations.FixedTimeEquals(hash, HashOf(key)))
            {
                return null;
            }

            var person = NewPerson();
            return people.ClaimOwner(person) ? (tickets.Issue(new Ticket(person, Scopes.Owner, null)), person) : null;
        }
    }

    /// <summary>An id for somebody new.</summary>
    public static string NewPerson() => "p-" + Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(12));

    private static byte[] HashOf(string key)
    {
        try
        {
            return SHA256.HashData(Base64UrlEncoder.DecodeBytes(key));
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
