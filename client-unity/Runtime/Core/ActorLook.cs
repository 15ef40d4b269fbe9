using System;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>What a player looks like on the stage: the body that they chose, in the costume that they chose. The same to everybody.</summary>
    public sealed class ActorLook
    {
        private const string NoColour = "#8a8078";
        private const string Gold = "#c79b4e";

        /// <summary>A figure of scale 1 is so tall.</summary>
        private const float FigureCm = 172;

        private static readonly string[] Skins =
        {
            "#f6dcc6", "#f1c9a5", "#e5b58c", "#d9a27a", "#c68d62", "#b67a50", "#9c6440", "#7d4d30", "#5e3a26", "#3f261a",
        };

        private static readonly string[] Hairs =
        {
            "#1b130f", "#3a2418", "#6b4526", "#7a3320", "#a9502a", "#b9924f", "#8c8a86", "#e2dfd8",
        };

        private static readonly float[] Breadths = { 0.88f, 1, 1.13f, 1.3f };
        private static readonly BodyBuild[] Builds = { BodyBuild.Slight, BodyBuild.Medium, BodyBuild.Medium, BodyBuild.Broad };
        private static readonly HairStyle[] Styles = { HairStyle.Cropped, HairStyle.Short, HairStyle.Curly, HairStyle.Long };
        private static readonly Garment[] Garments = { Garment.Tunic, Garment.Doublet, Garment.Coat, Garment.Robe };
        private static readonly Headwear[] Heads = { Headwear.Bare, Headwear.Bare, Headwear.Cap, Headwear.Hood };

        private ActorLook(Appearance body, CostumeInfo worn)
        {
            Body = body;
            Worn = worn;
        }

        /// <summary>The body, chosen or made up.</summary>
        public Appearance Body { get; }

        /// <summary>The costume: of the wardrobe, or made up from the role's colour.</summary>
        public CostumeInfo Worn { get; }

        /// <summary>"#rrggbb".</summary>
        public string Skin
        {
            get { return Skins[Math.Min(Math.Max(Body.Skin, 0), Skins.Length - 1)]; }
        }

        /// <summary>"#rrggbb"; null for who is bald.</summary>
        public string? Hair
        {
            get { return Body.Hair == HairStyle.Bald ? null : Hairs[Math.Min((int)Body.HairColour, Hairs.Length - 1)]; }
        }

        /// <summary>How tall against a figure of 1.72 metres.</summary>
        public float Height
        {
            get { return Math.Min(Math.Max(Body.HeightCm, Appearance.LeastHeightCm), Appearance.MostHeightCm) / FigureCm; }
        }

        /// <summary>How broad against a figure of the middle.</summary>
        public float Breadth
        {
            get { return Breadths[Math.Min((int)Body.Build, Breadths.Length - 1)]; }
        }

        /// <summary>Finds how a player looks.</summary>
        /// <param name="player">Null while the scene does not say yet who it is.</param>
        public static ActorLook Of(Player? player, StagePlan plan)
        {
            var role = player?.Role ?? "";
            return new ActorLook(player?.Appearance ?? Anybody(role), WornBy(role, player?.Costume, plan));
        }

        /// <summary>True when a figure need not be built anew.</summary>
        public bool IsSameAs(ActorLook other)
        {
            return Body.Equals(other.Body) && Worn.Equals(other.Worn);
        }

        private static CostumeInfo WornBy(string role, string? chosen, StagePlan plan)
        {
            CostumeInfo? first = null;
            foreach (var costume in plan.Costumes ?? Array.Empty<CostumeInfo>())
            {
                if (costume.Role == role)
                {
                    if (costume.Id == chosen)
                    {
                        return costume;
                    }

                    first ??= costume;
                }
            }

            return first ?? MadeUp(role, Array.Find(plan.Roles, one => one.Id == role)?.Colour ?? NoColour);
        }

        private static CostumeInfo MadeUp(string role, string colour)
        {
            var dice = new NameDice(role, 0);
            var garment = Garments[dice.Below(Garments.Length)];
            var cloak = dice.Next() < 0.7;
            return new CostumeInfo("", role, "", garment, colour, Gold, cloak, Heads[dice.Below(Heads.Length)]);
        }

        /// <summary>How somebody looks who chose nothing: by the role, so that a company of bots is not one body.</summary>
        private static Appearance Anybody(string role)
        {
            var dice = new NameDice(role, 17);
            return new Appearance(
                Builds[dice.Below(Builds.Length)],
                163 + dice.Below(20),
                dice.Below(Skins.Length),
                Styles[dice.Below(Styles.Length)],
                (HairColour)dice.Below(Hairs.Length));
        }
    }
}
