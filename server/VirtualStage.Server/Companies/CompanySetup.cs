using VirtualStage.Productions.Performances;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Companies;

/// <summary>Puts the company's parts together.</summary>
internal static class CompanySetup
{
    public static IServiceCollection AddCompanies(this IServiceCollection services)
    {
        services.AddSingleton<CompanyRegister>();
        services.AddSingleton<CompanyMessages>();
        services.AddSingleton<BannedAddresses>();
        services.AddSingleton<OpenPages>();
        services.AddSingleton<CompanyFeed>();
        services.AddSingleton<CompanyOrders>();
        services.AddSingleton<CompanyViews>();
        services.AddSingleton<CompanyPace>();
        services.AddHostedService<CompanyWaking>();
        services.AddHostedService<CompanyFollower>();
        services.AddHostedService<CompanyFeedSender>();
        services.AddHostedService<CallerWatch>();
        return services;
    }

    /// <summary>Refuses requests from addresses that are kept out, before anything else looks at them.</summary>
    public static void UseBannedAddresses(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.RequestServices.GetRequiredService<BannedAddresses>().Contains(context.Connection.RemoteIpAddress))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsJsonAsync(new Contracts.Doors.Refusal("you are kept out of this theatre"));
            return;
        }

        await next(context);
    });

    public static void MapCompanies(this WebApplication app)
    {
        app.Services.GetRequiredService<People>().Save(new Person(Sender.Theatre.Person, "the theatre", ""));
        app.MapHub<CompanyHub>("/hub/company");
        app.MapAuditions();
        app.MapDoubling();
    }
}
