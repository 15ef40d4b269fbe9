using System.Reflection;
using System.Text.Json;
using MessagePack;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using VirtualStage.Contracts.Console;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Console;

/// <summary>The description of the API, of a theatre in this very process: its routes can be looked at.</summary>
public sealed class ApiDescriptionTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private DataFolder _data = null!;
    private Microsoft.AspNetCore.Builder.WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        _data = DataFolder.Hold(_folder["data"]);
        _app = TheatreApp.Build(
            new TheatreOptions
            {
                HttpPort = Ports.FreeTcp(),
                UdpPort = Ports.FreeUdp(),
                DataFolder = _data.Path,
                Production = BundledProduction.Folder,
                PagesFolder = _folder["none"],
            },
            _data);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_route_of_the_api_is_described_in_words()
    {
        var document = await Describe();
        var routes = Endpoints().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/") && endpoint.RoutePattern.RawText != "/api/openapi.json").ToList();

        Assert.True(routes.Count > 40, $"{routes.Count} routes");
        Assert.All(routes, route =>
        {
            var path = Assert.Contains(route.RoutePattern.RawText!, (IDictionary<string, IOpenApiPathItem>)document.Paths);
            var methods = route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Where(method => method != "CONNECT");
            Assert.All(methods, method => Assert.False(
                string.IsNullOrWhiteSpace(path.Operations![new HttpMethod(method)].Summary), $"{method} {route.RoutePattern.RawText} says nothing"));
        });
    }

    [Fact]
    public void Every_command_that_a_ticket_allows_has_a_route()
    {
        var bodies = Endpoints()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/performances/{performance}/"))
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<MethodInfo>())
            .Where(method => method.IsGenericMethod)
            .Select(method => method.GetGenericArguments()[0].Name);

        Assert.Equal(
            typeof(IPerformanceCommand).GetCustomAttributes<UnionAttribute>().Select(union => union.SubType.Name).Except([nameof(PassCalling)]).Order(),
            bodies.Order());
    }

    [Fact]
    public async Task What_needs_a_ticket_says_so_and_commands_name_the_header_of_their_id()
    {
        var document = await Describe();

        Assert.Empty(document.Paths["/api/playbill"].Operations![HttpMethod.Get].Security ?? []);
        Assert.NotEmpty(document.Paths["/api/me"].Operations![HttpMethod.Get].Security!);
        var go = document.Paths["/api/performances/{performance}/go"].Operations![HttpMethod.Post];
        Assert.NotEmpty(go.Security!);
        Assert.Contains(go.Parameters!, parameter => parameter.Name == "Idempotency-Key" && parameter.In == ParameterLocation.Header);
        Assert.Equal(["200", "403", "404", "409", "422"], go.Responses!.Keys.Order());
        using var schema = JsonDocument.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, TestContext.Current.CancellationToken));
        var members = schema.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Go");
        Assert.Equal(["cue"], members.GetProperty("required").EnumerateArray().Select(member => member.GetString()));
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private Task<OpenApiDocument> Describe() => _app.Services
        .GetRequiredKeyedService<IOpenApiDocumentProvider>("v1")
        .GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);
}
