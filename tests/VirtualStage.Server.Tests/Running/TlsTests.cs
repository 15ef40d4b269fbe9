using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

public sealed class TlsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task With_a_certificate_pages_and_house_are_encrypted_and_the_bots_come_in()
    {
        WriteCertificate();
        await using var theatre = await RunningTheatre.Start(
            _folder["data"], "--certificate", _folder["theatre.pem"], "--certificate-key", _folder["theatre.key"]);

        using var http = theatre.Stranger();
        Assert.Single((await http.GetFromJsonAsync<Playbill>("/api/playbill", TestContext.Current.CancellationToken))!.Performances);
        Assert.Contains($"https://127.0.0.1:{theatre.HttpPort}/watch", theatre.Said);

        using var seat = await HouseSeat.Take(theatre, ticket: theatre.Ticket("p-guest", "watch"));
        for (var i = 0; seat.Poses.Length < 14; i++)
        {
            Assert.True(i < 500, $"{seat.Poses.Length} bots came");
            Assert.NotNull(await seat.Watch());
        }

        using var plain = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(
            () => plain.GetAsync(new Uri($"http://127.0.0.1:{theatre.HttpPort}/api/playbill"), TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=theatre.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _folder.Write("theatre.pem", certificate.ExportCertificatePem());
        _folder.Write("theatre.key", key.ExportPkcs8PrivateKeyPem());
    }
}
