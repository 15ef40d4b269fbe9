using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Console;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Files;
using VirtualStage.Server.HouseDoor;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Messages;
using VirtualStage.Server.Osc;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Performers;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Records;
using VirtualStage.Server.Schedules;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor;
using VirtualStage.Server.StageDoor.Limits;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Hosting;

/// <summary>Puts the parts of a theatre together.</summary>
internal static class TheatreApp
{
    public static WebApplication Build(TheatreOptions options, DataFolder data)
    {
        var certificate = options.Certificate is { } path ? Certificate(path, options.CertificateKey) : null;
        // Nothing is configured by files beside whatever folder the theatre is started in, and nobody waits for one to change:
        // the host would watch every folder below it, and be woken by whatever is written there.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Orleans warns of a console's garbage collector and of a debugger's pauses; what matters it logs as an error.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Error).AddFilter("Yarp", LogLevel.Warning);
        // A grain that is called while the theatre ends, or another server dies, cannot be placed: the caller is told so, and
        // says what it means. Polly is what the placement tries again with.
        builder.Logging.AddFilter("Orleans.Runtime.Placement", LogLevel.Critical).AddFilter("Polly", LogLevel.Critical);
        builder.Logging.UseFormat(options.LogFormat);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            DoorLimits.Set(kestrel.Limits);
            kestrel.Listen(options.ListenAddress, options.HttpPort, listen =>
            {
                listen.Use(DoorLimits.CountConnections(options.TrustedProxies));
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            });
            kestrel.ListenForMetrics(options.Metrics);
        });
        builder.UseOrleans(silo =>
        {
            SiloSetup.Add(silo, options.Cluster);
            silo.AddOrleansDashboard(options.OrleansDashboard);
        });
        AddRooms(builder.Services, options, data);
        builder.Services.AddMetricsDoor(options.Metrics);
        if (Telemetry.AreTracesWanted)
        {
            builder.Services.AddTraces();
        }

        var app = builder.Build();
        app.UseMetricsDoor(options.Metrics);
        app.UseTrustedProxies(options.TrustedProxies);
        app.UseStageForwarding(options.Cluster);
        app.UseTheatreHeaders();
        app.UseOutages();
        app.UseBannedAddresses();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(10), KeepAliveTimeout = TimeSpan.FromSeconds(10) });
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHub<DirectorsHub>("/hub/director");
        app.MapCompanies();
        app.MapPlaybill();
        app.MapCaptions();
        app.MapProductions();
        app.MapReports();
        app.MapFiles();
        app.MapDoors();
        app.MapStageDoor();
        app.MapHouse();
        app.MapQueue();
        app.MapVoices();
        app.MapChat();
        app.MapPerformers();
        app.MapRecordings();
        app.MapBroadcasts(data.Path);
        app.MapSchedules();
        app.MapCommands();
        app.MapOsc();
        app.MapHealth();
        app.MapOrleansDashboard(options.OrleansDashboard);
        app.MapApiDescription();
        app.MapPages(options.PagesFolder);
        return app;
    }

    private static void AddRooms(IServiceCollection services, TheatreOptions options, DataFolder data)
    {
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = TimeSpan.FromSeconds(5);
            // In a cluster the performances go elsewhere at once, and not when the last page has hung up.
            host.ServicesStopConcurrently = options.Cluster is not null;
        });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new Tempo(options.Speed, options.GoDebounceMs));
        services.AddSingleton(options.SigningKey is { } file ? SigningKey.From(file) : SigningKey.In(data.Path));
        services.AddSingleton(_ => TheatreDatabases.Open(data, options.Journal));
        services.AddSingleton<DatabaseJournal>();
        services.AddSingleton<IJournal>(provider => new MeasuredJournal(provider.GetRequiredService<DatabaseJournal>()));
        services.AddSingleton<People>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<Tickets>();
        services.AddSingleton<OwnerLink>();
        services.AddSingleton<ProductionStore>();
        services.AddSingleton<ProductionFeed>();
        services.AddHostedService<ProductionFeedSender>();
        services.AddSingleton<Repertoire>();
        services.AddSingleton<Playbills>();
        services.AddCluster();
        services.AddSingleton<RunHistory>();
        services.AddSingleton<Reports>();
        services.AddSingleton<Stages>();
        services.AddSingleton<StageSessions>();
        services.AddSingleton<Casting>();
        services.AddSingleton<AddressLimits>();
        services.AddSingleton<UdpDoor>();
        services.AddSingleton<SocketDoor>();
        services.AddSingleton<HouseEntrance>();
        services.AddPerformers();
        services.AddRecordings(options, data);
        services.AddSingleton<ConsoleFeed>();
        services.AddHostedService<ConsoleFeedSender>();
        services.AddSingleton<TheatreLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<TheatreLoop>());
        services.AddHealth();
        services.AddSingleton<MessageCourier>();
        services.AddSingleton<MessageOffice>();
        services.AddHostedService(provider => provider.GetRequiredService<MessageOffice>());
        if (options.Osc is { } osc)
        {
            services.AddOsc(osc, data.Path);
        }

        services.AddCompanies();
        services.AddTicketChecks();
        services.AddDataProtection().AddKeyManagementOptions(KeysInMemory.Use);
        services.ConfigureHttpJsonOptions(json =>
        {
            // What a contract calls required is there and not null, or the request is a bad one.
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        services.AddDoorLimits();
        services.AddApiDescription();
        services.AddSignalR(signalR =>
        {
            // The console shows a lost connection within two seconds.
            signalR.KeepAliveInterval = TimeSpan.FromMilliseconds(700);
            signalR.ClientTimeoutInterval = TimeSpan.FromSeconds(4);
            // Edits of a sheet come in one message, however many cues they change.
            signalR.MaximumReceiveMessageSize = 128 * 1024;
        }).AddMessagePackProtocol(protocol => protocol.SerializerOptions = ContractResolver.Options);
    }

    private static X509Certificate2 Certificate(string path, string? keyPath)
    {
        try
        {
            return Path.GetExtension(path) is ".pfx" or ".p12"
                ? X509CertificateLoader.LoadPkcs12FromFile(path, null)
                : X509Certificate2.CreateFromPemFile(path, keyPath ?? path);
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException($"{path} and its key cannot be used for HTTPS: {e.Message}", e);
        }
    }
}
