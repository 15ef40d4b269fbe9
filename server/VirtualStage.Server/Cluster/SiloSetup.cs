using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Serializers;
using StackExchange.Redis;

namespace VirtualStage.Server.Cluster;

/// <summary>Sets Orleans up: alone in this process, or with the silos of other servers.</summary>
internal static class SiloSetup
{
    private const string Theatre = "virtualstage";

    public static void Add(ISiloBuilder silo, ClusterServer? member)
    {
        if (member is null)
        {
            // One process talks to nobody: any free ports on loopback will do.
            silo.UseLocalhostClustering(FreePort(), FreePort());
            silo.Configure<ClusterMembershipOptions>(membership => membership.NumVotesForDeathDeclaration = 1);
            silo.AddPlacementDirector<PlacedWhereFewest, PlacedHereDirector>();
            silo.AddPlacementDirector<PlacedWithCompany, PlacedHereDirector>();
        }
        else
        {
            Join(silo, member);
            silo.AddPlacementDirector<PlacedWhereFewest, PlacedWhereFewestDirector>();
            silo.AddPlacementDirector<PlacedWithCompany, PlacedWithCompanyDirector>();
        }

        silo.Services.AddSerializer(AddContracts);
    }

    /// <summary>How contracts go from server to server, and from grain to grain within one.</summary>
    public static void AddContracts(ISerializerBuilder serializer)
    {
        serializer.Services.AddSingleton<ContractCodec>();
        serializer.Services.AddSingleton<IGeneralizedCodec>(services => services.GetRequiredService<ContractCodec>());
        serializer.Services.AddSingleton<IGeneralizedCopier>(services => services.GetRequiredService<ContractCodec>());
        serializer.Services.AddSingleton<ITypeFilter, ContractTypes>();
    }

    /// <summary>
    /// With the usual patience a server that is dead is found in one to three seconds, a frozen one in three to nine. The cost: a
    /// probe a second between servers, and a server that stands still for so long (a machine that sleeps) is put out and has to
    /// start anew.
    /// </summary>
    private static void Join(ISiloBuilder silo, ClusterServer member)
    {
        silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = Theatre);
        silo.UseRedisClustering(redis => redis.ConfigurationOptions = new ConfigurationOptions
        {
            EndPoints = { { member.Redis.Host, member.RedisPort } },
            Password = member.RedisPassword,
            Ssl = member.IsRedisTls,
            // It comes back by itself, and a show goes on without it meanwhile.
            AbortOnConnectFail = false,
            ConnectTimeout = 2000,
            SyncTimeout = 2000,
            AsyncTimeout = 2000,
        });
        silo.Configure<EndpointOptions>(endpoint =>
        {
            (endpoint.AdvertisedIPAddress, endpoint.SiloPort) = (member.Silo.Address, member.Silo.Port);
            // Nobody is a client of the silos but the servers themselves.
            endpoint.GatewayPort = 0;
        });
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = member.Patience.Probe;
            membership.NumMissedProbesLimit = member.Patience.Missed;
            membership.NumVotesForDeathDeclaration = member.Patience.Votes;
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
        silo.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.ResponseTimeout = TimeSpan.FromSeconds(10);
            messaging.SystemResponseTimeout = TimeSpan.FromSeconds(2);
        });
        silo.Configure<ConnectionOptions>(connection =>
        {
            connection.OpenConnectionTimeout = TimeSpan.FromSeconds(1);
            connection.ConnectionRetryDelay = TimeSpan.FromMilliseconds(100);
        });
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
