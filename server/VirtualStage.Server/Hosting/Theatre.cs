using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Messages;
using VirtualStage.Server.Osc;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Hosting;

/// <summary>A theatre from doors to dark.</summary>
internal static class Theatre
{
    private static readonly TimeSpan _betweenPerformances = TimeSpan.FromSeconds(30);

    /// <summary>Runs until it is told to stop; bots play one performance after the other.</summary>
    /// <returns>An exit code.</returns>
    /// <exception cref="PortInUseException">Something else listens on a port.</exception>
    /// <exception cref="DataFolderException">The data folder cannot be used.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached.</exception>
    /// <exception cref="DatabaseTakenException">A command changes the database at the moment.</exception>
    /// <exception cref="ProductionException">The production has errors.</exception>
    /// <exception cref="ImportRefusedException">The folder has changed, and so has the production in its journal.</exception>
    public static async Task<int> Run(TheatreOptions options, CancellationToken cancel)
    {
        options = options with
        {
            HttpPort = FreePort(options.ListenAddress, options.HttpPort, SocketType.Stream, "--http-port"),
            UdpPort = FreePort(options.ListenAddress, options.UdpPort, SocketType.Dgram, "--udp-port"),
            Osc = options.Osc is { } osc ? osc with { Port = FreePort(osc) } : null,
            Metrics = options.Metrics is { } metrics ? metrics with { Port = FreePort(metrics.ListenAddress, metrics.Port, SocketType.Stream, "--metrics-port") } : null,
        };
        if (options.Cluster is not null && (options.Journal is null || options.SigningKey is null))
        {
            throw new InvalidDataException(
                "servers of a cluster have one journal and sign with one key: name them with --journal postgres://… and --signing-key FILE");
        }

        if (options.Cluster is { } cluster && !options.TrustedProxies.Any(network => network.Contains(cluster.Silo.Address)))
        {
            throw new InvalidDataException(
                $"servers of a cluster pass people on to each other and say where they come from: name the network that has {cluster.Silo.Address} with --trusted-proxy");
        }

        if (options.Metrics?.Port == options.HttpPort)
        {
            throw new PortInUseException("TCP", options.HttpPort, "--metrics-port", "is the pages'; give them another one with --http-port");
        }

        // What is no folder may be an id; whether the data folder knows it, shows when that is open.
        var source = !Directory.Exists(options.Production) && IsHeld(options) ? null : ProductionSource.FromFolder(options.Production);
        using var data = DataFolder.Hold(options.DataFolder);
        System.Console.WriteLine("Raising the house …");
        await using var app = TheatreApp.Build(options, data);
        var production = Production(app.Services.GetRequiredService<ProductionStore>(), source, options);
        await Start(app, options, cancel);
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var registration = cancel.Register(app.Lifetime.StopApplication);
        try
        {
            await PlayOn(app.Services, production, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            System.Console.WriteLine("Bringing the curtain down …");
        }
        catch
        {
            // Whoever cannot open leaves as others do: no part of it is torn off, and no other server has to find it dead.
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    private static bool IsHeld(TheatreOptions options) =>
        ProductionId.IsValid(options.Production) && (options.Journal is not null || File.Exists(DataFolder.DatabaseIn(options.DataFolder)));

    /// <summary>The id of the production to play; its files are taken in where there are any.</summary>
    private static string Production(ProductionStore productions, ProductionSource? source, TheatreOptions options)
    {
        if (source is null)
        {
            return productions.Has(options.Production)
                ? options.Production
                : throw new InvalidDataException(
                    $"there is no folder '{options.Production}', and {options.Journal?.Place ?? options.DataFolder} holds no production '{options.Production}'; it holds {string.Join(", ", productions.Ids)}");
        }

        var answer = productions.Import(source, overEdits: options.Reimport).Answer;
        if (!answer.Accepted)
        {
            throw new ImportRefusedException(
                $"{answer.Reason}; `virtualstage production export {source.Id} --to FOLDER` writes down what was edited, "
                + "and `serve --reimport` gives it up for the files");
        }

        return source.Id;
    }

    private static async Task PlayOn(IServiceProvider services, string production, CancellationToken stopping)
    {
        var repertoire = services.GetRequiredService<Repertoire>();
        var performance = await repertoire.Play(production);
        System.Console.WriteLine(Links.Of(services, performance));
        TellMissingTargets(services, performance);
        while (true)
        {
            await using (var bots = BotCompany.Start(services, performance))
            {
                await bots.End.WaitAsync(stopping);
            }

            System.Console.WriteLine($"{performance} is over; the next performance opens in {_betweenPerformances.TotalSeconds:0} seconds.");
            await Task.Delay(_betweenPerformances, stopping);
            performance = await PlayNext(repertoire, production, stopping);
            System.Console.WriteLine($"{performance} is on.");
            TellMissingTargets(services, performance);
        }
    }

    /// <summary>Opens the next performance, as soon as that can be written down.</summary>
    private static async Task<string> PlayNext(Repertoire repertoire, string production, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await repertoire.Play(production);
            }
            catch (JournalUnavailableException e)
            {
                System.Console.WriteLine($"The next performance waits: {e.Message}");
                await Task.Delay(_betweenPerformances, stopping);
            }
        }
    }

    /// <summary>Better said before the house opens than by a cue that fails.</summary>
    private static void TellMissingTargets(IServiceProvider services, string performance)
    {
        if (services.GetRequiredService<Stages>().Find(performance)?.Production is not { } production)
        {
            // It is on another server, which says so there.
            return;
        }

        foreach (var name in services.GetRequiredService<MessageOffice>().MissingFor(production))
        {
            System.Console.WriteLine($"The production sends messages to '{name}', which no --message-target names: those cues will fail.");
        }
    }

    private static async Task Start(WebApplication app, TheatreOptions options, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new PortInUseException("TCP", options.HttpPort, "--http-port");
        }
    }

    /// <summary>OSC has one port for both.</summary>
    private static int FreePort(OscOptions osc)
    {
        var port = FreePort(osc.ListenAddress, osc.Port, SocketType.Stream, "--osc-port");
        return FreePort(osc.ListenAddress, port, SocketType.Dgram, "--osc-port");
    }

    /// <summary>Looks before anything is started: the silo would be up before the pages' port is tried.</summary>
    /// <returns>The port; a free one where any will do, so that links can name it.</returns>
    private static int FreePort(IPAddress address, int port, SocketType type, string option)
    {
        var protocol = type == SocketType.Stream ? "TCP" : "UDP";
        using var probe = new Socket(address.AddressFamily, type, ProtocolType.Unspecified);
        try
        {
            // A port that closed connections still linger on is free for a server.
            probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, type == SocketType.Stream);
            probe.Bind(new IPEndPoint(address, port));
            if (type == SocketType.Stream)
            {
                probe.Listen();
            }

            return ((IPEndPoint)probe.LocalEndPoint!).Port;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new PortInUseException(protocol, port, option);
        }
        catch (SocketException e)
        {
            throw new PortInUseException(protocol, port, option, $"cannot be listened on at {address}: {e.Message}; see {ListenOption(option)}");
        }
    }

    private static string ListenOption(string portOption) => portOption switch
    {
        "--osc-port" => "--osc-listen",
        "--metrics-port" => "--metrics-listen",
        _ => "--listen",
    };
}
