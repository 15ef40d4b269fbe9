using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Net.Sockets;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Messages;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage serve</c>: runs a theatre; what is meant when no command is named.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var http = Port("--http-port", "The port of the pages; 0 for any free one.", 5080);
        var udp = Port("--udp-port", "The port of the actors; 0 for any free one.", 5090);
        var listen = new Option<string>("--listen")
        {
            Description = "The address to listen on; 0.0.0.0 for every one.",
            DefaultValueFactory = _ => "127.0.0.1",
        };
        // Actors' UDP is IPv4 alone, and one address serves both.
        listen.Validators.Add(result => Check(result, IsIPv4, "an IPv4 address such as 127.0.0.1"));
        var data = Options.Data();
        var signingKey = new Option<FileInfo?>("--signing-key") { Description = "A file with the key of all tickets, where several servers share it; the data folder's own otherwise." };
        var recordings = new Option<DirectoryInfo?>("--recordings") { Description = "The folder of recordings, where several servers share it; the data folder's own otherwise." };
        var production = new Option<string>("--production")
        {
            Description = "The folder of the production to play, or the id of one that the data folder holds.",
            DefaultValueFactory = _ => Bundled.Production,
        };
        var reimport = new Option<bool>("--reimport") { Description = "Take the folder's files in although the production was edited since; the edits are given up." };
        var publicUrl = new Option<string?>("--public-url") { Description = "The address that people open, such as https://theatre.example." };
        publicUrl.Validators.Add(result => Check(
            result, text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https", "an address such as https://theatre.example"));
        var certificate = new Option<FileInfo?>("--certificate")
        {
            Description = "A certificate for HTTPS (PEM or PKCS#12); cameras and microphones need HTTPS away from localhost.",
        };
        var key = new Option<FileInfo?>("--certificate-key") { Description = "The PEM certificate's key, where it stands in a file of its own." };
        var proxies = new Option<string[]>("--trusted-proxy")
        {
            Description = "An address or network of proxies in front of the theatre, such as 127.0.0.1 or 172.16.0.0/12: what they say of where somebody comes from is believed.",
            DefaultValueFactory = _ => [],
        };
        proxies.Validators.Add(CheckProxies);
        var endpoint = new Option<string?>("--udp-endpoint") { Description = "HOST:PORT that actors connect to, where it is not the one listened on." };
        endpoint.Validators.Add(result => Check(result, text => EndpointOf(text) is not null, "HOST:PORT"));
        var speed = Options.Number(
            "--speed",
            "How fast performance time runs: 1, or up to 60 for a look at a whole play.",
            1.0,
            Tempo.Least,
            Tempo.Most,
            $"a number from {Tempo.Least} to {Tempo.Most}");
        var debounce = Options.Number(
            "--go-debounce",
            "Milliseconds in which a second GO is taken for the same press, whoever and whatever gives it.",
            Moment.UsualDebounceMs,
            0,
            Tempo.MostDebounceMs,
            $"milliseconds from 0 to {Tempo.MostDebounceMs}");
        var grace = Options.Number(
            "--grace",
            "Seconds for which a role waits for a person whose connection was lost; 0 for not at all.",
            TheatreOptions.UsualGraceSeconds,
            0,
            TheatreOptions.MostGraceSeconds,
            $"seconds from 0 to {TheatreOptions.MostGraceSeconds}");
        var noBots = new Option<bool>("--no-bots") { Description = "No understudy bots and no caller bot." };
        var botVoices = BotVoices.Option();
        var noRecording = new Option<bool>("--no-recording") { Description = "Record no performance." };
        var openRecordings = new Option<bool>("--open-recordings") { Description = "Anybody may watch recordings, and not only who has a ticket." };
        var reserve = Options.Number(
            "--recording-reserve",
            "Megabytes that recordings leave free on the disk.",
            TheatreOptions.UsualReserveMegabytes,
            0,
            1L << 30,
            "megabytes from 0 on");
        var pictures = Options.Number(
            "--picture-budget",
            "Megabits a second that pictures of performers may take for the whole audience; who is beyond it sees the stage without them.",
            TheatreOptions.UsualPictureMegabits,
            0,
            1_000_000,
            "megabits from 0 to 1000000");
        var (osc, journal, cluster, watch) = (new OscCommandOptions(), new JournalOptions(), new ClusterCommandOptions(), new WatchCommandOptions());
        var messageTargets = new Option<string[]>("--message-target")
        {
            Description = $"A machine that cues may send messages to: {MessageTarget.Form}. As often as there are machines.",
            DefaultValueFactory = _ => [],
        };
        messageTargets.Validators.Add(CheckTargets);
        var command = new Command(
            "serve",
            "Runs a theatre: opens the production's performance, or goes on with it.".WithExample("virtualstage serve --speed 4 --data /srv/theatre"))
        {
            http, udp, listen, data, production, reimport, publicUrl, proxies, certificate, key, endpoint, speed, debounce, grace, noBots, botVoices, messageTargets,
            noRecording, openRecordings, reserve, pictures, signingKey, recordings,
        };
        journal.AddTo(command);
        osc.AddTo(command);
        cluster.AddTo(command);
        watch.AddTo(command);
        command.SetAction((parsed, cancel) => Theatre.Run(
            new TheatreOptions
            {
                ListenAddress = IPAddress.Parse(parsed.GetRequiredValue(listen)),
                HttpPort = parsed.GetValue(http),
                UdpPort = parsed.GetValue(udp),
                DataFolder = parsed.GetRequiredValue(data).FullName,
                SigningKey = parsed.GetValue(signingKey)?.FullName,
                RecordingsFolder = parsed.GetValue(recordings)?.FullName,
                Journal = journal.Of(parsed),
                Production = parsed.GetRequiredValue(production),
                Reimport = parsed.GetValue(reimport),
                PagesFolder = Bundled.Pages,
                PublicUrl = parsed.GetValue(publicUrl) is { } url ? new Uri(url) : null,
                TrustedProxies = [.. parsed.GetRequiredValue(proxies).Select(NetworkOf).OfType<IPNetwork>()],
                Certificate = parsed.GetValue(certificate)?.FullName,
                CertificateKey = parsed.GetValue(key)?.FullName,
                UdpEndpoint = EndpointOf(parsed.GetValue(endpoint)),
                Osc = osc.Of(parsed),
                Cluster = cluster.Of(parsed),
                Metrics = watch.Metrics(parsed),
                LogFormat = watch.Format(parsed),
                OrleansDashboard = watch.OrleansDashboard(parsed),
                MessageTargets = [.. parsed.GetRequiredValue(messageTargets).Select(MessageTarget.Parse).OfType<MessageTarget>()],
                Speed = parsed.GetValue(speed),
                GoDebounceMs = parsed.GetValue(debounce),
                Grace = TimeSpan.FromSeconds(parsed.GetValue(grace)),
                Bots = !parsed.GetValue(noBots),
                Records = !parsed.GetValue(noRecording),
                RecordingsAreOpen = parsed.GetValue(openRecordings),
                RecordingReserve = parsed.GetValue(reserve) << 20,
                PictureBudget = parsed.GetValue(pictures) * 125_000L,
                BotsSpeak = BotVoices.AreOn(parsed.GetRequiredValue(botVoices), parsed.GetValue(speed)),
            },
            cancel));
        return command;
    }

    internal static Option<int> Port(string name, string description, int port) =>
        Options.Number(name, description, port, 0, ushort.MaxValue, $"a port from 0 (any free one) to {ushort.MaxValue}");

    internal static void Check(OptionResult result, Func<string, bool> isFine, string expected)
    {
        if (result.GetValueOrDefault<string?>() is { } text && !isFine(text))
        {
            result.AddError($"{result.Option.Name} takes {expected}, not '{text}'");
        }
    }

    private static void CheckProxies(OptionResult result)
    {
        if (Array.Find(result.GetValueOrDefault<string[]>(), text => NetworkOf(text) is null) is { } wrong)
        {
            result.AddError($"--trusted-proxy takes an address or a network, such as 127.0.0.1 or 172.16.0.0/12, not '{wrong}'");
        }
    }

    private static IPNetwork? NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private static void CheckTargets(OptionResult result)
    {
        var targets = result.GetValueOrDefault<string[]>().Select(text => (Text: text, Target: MessageTarget.Parse(text))).ToList();
        if (targets.Find(target => target.Target is null).Text is { } wrong)
        {
            result.AddError($"--message-target takes {MessageTarget.Form}, not '{wrong}'");
        }
        else if (targets.GroupBy(target => target.Target!.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            result.AddError($"--message-target names '{twice.Key}' twice");
        }
    }

    internal static bool IsIPv4(string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork;

    internal static DnsEndPoint? EndpointOf(string? text)
    {
        var colon = text?.LastIndexOf(':') ?? -1;
        return colon > 0 && int.TryParse(text![(colon + 1)..], out var port) && port is > 0 and <= ushort.MaxValue
            ? new DnsEndPoint(text[..colon], port)
            : null;
    }
}
