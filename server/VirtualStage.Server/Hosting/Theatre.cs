using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Hosting;

/// <summary>A theatre from doors to dark.</summary>
internal static class Theatre
{
    /// <summary>Runs until it is told to stop.</summary>
    /// <returns>An exit code.</returns>
    /// <exception cref="PortInUseException">Something else listens on a port.</exception>
    /// <exception cref="DataFolderException">The data folder cannot be used.</exception>
    /// <exception cref="ProductionException">The production has errors.</exception>
    public static async Task<int> Run(TheatreOptions options, CancellationToken cancel)
    {
        ExpectFree(options.ListenAddress, options.HttpPort, "--http-port");
        var source = ProductionSource.FromFolder(options.ProductionFolder);
        using var data = DataFolder.Hold(options.DataFolder);
        System.Console.WriteLine("Raising the house …");
        await using var app = TheatreApp.Build(options, data);
        await Start(app, options, cancel);
        var performance = await app.Services.GetRequiredService<Repertoire>().Play(source);
        System.Console.WriteLine(Links.Of(app.Services, performance));
        await using (BotCompany.Start(app.Services, performance))
        {
            await app.WaitForShutdownAsync(cancel);
            System.Console.WriteLine("Bringing the curtain down …");
        }

        return 0;
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

    /// <summary>Looks before anything is started: the silo would be up before the pages' port is tried.</summary>
    private static void ExpectFree(IPAddress address, int port, string option)
    {
        using var probe = new TcpListener(address, port);
        try
        {
            probe.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new PortInUseException("TCP", port, option);
        }
    }
}
